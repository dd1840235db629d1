using Jiedui.Measures;

namespace Jiedui.App.Web.Start;

/// <summary>A giver and a receiver, and in how many records they stand together.</summary>
public sealed record PairLine(UnitRef Giver, UnitRef Receiver, int Together);
