using System.Globalization;
using Jiedui.Bench;
using Jiedui.Bench.Roles;
using Jiedui.Bench.Roster;
using Jiedui.Bench.Steps;

// Called by itself for one step in a process of its own, so that the peak memory is that step's: Jiedui.Bench step NAME WORKBOOK FOLDER ROWS.
if (args is ["step", var name, var workbook, var folder, var rows])
{
    Console.WriteLine(Step.Named(name).Measure(new Bench(workbook, folder, int.Parse(rows, CultureInfo.InvariantCulture))).ToLine());
    return 0;
}
// The roster alone, to profile an import with: Jiedui.Bench roster ROWS FILE.
if (args is ["roster", var people, var file])
{
    RosterWorkbook.Write(file, int.Parse(people, CultureInfo.InvariantCulture));
    return 0;
}
// Sign-in, list and figure for every role: Jiedui.Bench roles.
if (args is ["roles"])
    return await RolesRun.Go();
return new Run(args.Length == 0 ? [10_000, 100_000] : [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]).Go();
