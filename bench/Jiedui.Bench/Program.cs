using System.Globalization;
using Jiedui.Bench;
using Jiedui.Bench.Growth;
using Jiedui.Bench.Pages;
using Jiedui.Bench.Results;
using Jiedui.Bench.Roster;
using Jiedui.Bench.Steps;
using Jiedui.Bench.Topics;

// Called by itself for one step in a process of its own, so that the peak memory is that step's: Jiedui.Bench step NAME WORKBOOK FOLDER ROWS.
if (args is ["step", var name, var workbook, var folder, var rows])
{
    Console.WriteLine(Step.Named(name).Measure(new Bench(workbook, folder, int.Parse(rows, CultureInfo.InvariantCulture))).ToLine());
    return 0;
}
// The same for one export: Jiedui.Bench export FORMAT FOLDER FILE.
if (args is ["export", var format, var data, var exported])
{
    Console.WriteLine(ExportsRun.Measure(format, data, exported).ToLine());
    return 0;
}
// The roster alone, to profile an import with: Jiedui.Bench workbook ROWS FILE.
if (args is ["workbook", var people, var file])
{
    RosterWorkbook.Write(file, int.Parse(people, CultureInfo.InvariantCulture));
    return 0;
}
// Figures out of books that are kept, and made where there are none, to profile with: Jiedui.Bench kept POSTINGS FOLDER.
if (args is ["kept", var postings, var kept])
{
    Console.WriteLine(FiguresRun.Of(kept, int.Parse(postings, CultureInfo.InvariantCulture)).ToMarkdown());
    return 0;
}
// One topic, at its own sizes or at those named; without arguments all of them. What was measured replaces its part of bench/results.md.
var topics = args is [var only, ..] ? Topic.All.Where(topic => topic.Name == only).ToList() : [.. Topic.All];
if (topics.Count == 0)
{
    Console.Error.WriteLine($"No topic is named so. There are: {string.Join(' ', Topic.All.Select(topic => topic.Name))}");
    return 1;
}
foreach (var topic in topics)
{
    var section = await topic.Measure([.. args.Skip(1).Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
    Console.WriteLine(section.ToMarkdown());
    ResultsPage.Put(section);
}
return 0;
