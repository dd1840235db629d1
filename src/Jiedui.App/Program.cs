using System.Globalization;
using System.Text;
using Jiedui.App.Cli;

// What is stored and answered never depends on the machine's settings; what is said is Chinese unless English is asked for.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture =
    CultureInfo.GetCultureInfo(Environment.GetEnvironmentVariable("JIEDUI_LANG") == "en" ? "en" : "zh-Hans");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args);
