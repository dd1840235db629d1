using System.Diagnostics;
using CsCheck;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>Broken and spiteful files: the importer answers with a report or a clear refusal in Chinese, soon, within bounds, and a dry run leaves nothing.</summary>
public sealed class FileFuzzTests : IDisposable
{
    /// <summary>Generous: a sound file of this size takes a tenth of a second.</summary>
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(60);

    /// <summary>Other tests run beside this one.</summary>
    private const long LargestGrowth = 1L << 30;

    private static readonly Gen<Cut[]> Cuts = Cut.Any.Array[1, 4];

    private readonly Installation office = Installation.WithCaseUnits();

    public void Dispose() => office.Dispose();

    [Fact]
    public void Workbooks_broken_as_bytes() => Fuzz(".xlsx", Nightly.Of(60, 4_000), ByteCuts.Apply);

    [Fact]
    public void Old_workbooks_broken_as_bytes() => Fuzz(".xls", Nightly.Of(60, 4_000), ByteCuts.Apply);

    [Fact]
    public void Workbooks_whose_parts_are_broken() => Fuzz(".xlsx", Nightly.Of(250, 20_000), PartCuts.Apply);

    [Fact]
    public void Text_files_broken_as_text() => Fuzz(".csv", Nightly.Of(120, 8_000), TextCuts.Apply);

    private void Fuzz(string ending, int count, Func<byte[], Cut, byte[]> apply)
    {
        var corpus = Corpus.All.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal)).ToList();
        var random = new PCG(1, Nightly.Seed);
        var before = office.Contents();
        var entered = 0;
        for (var turn = 0; turn < count; turn++)
        {
            var (name, sound) = corpus[turn % corpus.Count];
            var bytes = Cuts.Generate(random, null, out _).Aggregate(sound, apply);
            var file = Path.Combine(office.Folder, "坏" + ending);
            File.WriteAllBytes(file, bytes);
            var report = Answer(file, isDry: true, name, bytes, turn);
            Assert.Equal(before, office.Contents());
            // Now and then for good: whatever the importer takes, it takes whole.
            if (turn % 10 == 9 && report.IsDone)
            {
                Answer(file, isDry: false, name, bytes, turn);
                before = office.Contents();
                entered++;
            }
        }
        Assert.True(entered > 0 || ending == ".xls");
        Assert.Empty(office.Verify().Faults);
    }

    private ImportReport Answer(string file, bool isDry, string name, byte[] bytes, int turn)
    {
        try
        {
            var report = InTime(() => office.Import(new ImportOptions { DryRun = isDry }, file));
            foreach (var one in report.Files)
            {
                Assert.True(one.Refusal is null || one.Refusal.Message.Any(letter => letter is >= '\u4e00' and <= '\u9fff') && one.Refusal.Remedy.Length > 0, one.Refusal?.ToString());
                Assert.All(one.Sheets, sheet => Assert.All(sheet.Findings, finding => Assert.True(finding.Message.Length is > 0 and < 2_000, finding.Message)));
            }
            return report;
        }
        catch (Exception fault)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Case.Root, "TestResults")).FullName;
            var kept = Path.Combine(folder, $"fuzz-{Nightly.Seed}-{turn}-{name}");
            File.WriteAllBytes(kept, bytes);
            throw new InvalidOperationException($"{name}, turn {turn}: {fault.GetType().Name} {fault.Message}\nThe file: {kept}\n{Nightly.Replay}", fault);
        }
    }

    private static T InTime<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var start = GC.GetTotalMemory(forceFullCollection: false);
        var task = Task.Run(work);
        while (!task.IsCompleted)
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne(50);
            Assert.True(clock.Elapsed < LongestRead, "It hangs.");
            Assert.True(GC.GetTotalMemory(forceFullCollection: false) - start < LargestGrowth, "It fills the memory.");
        }
        return task.GetAwaiter().GetResult();
    }
}
