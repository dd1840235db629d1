namespace Jiedui.Tests;
