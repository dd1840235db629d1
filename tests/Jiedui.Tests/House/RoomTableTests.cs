using System.Reflection;

namespace Jiedui.Tests.House;

public class RoomTableTests
{
    private static readonly RoomTable Table = RoomTable.Parse(File.ReadAllText(Path.Combine(Case.Root, "ARCHITECTURE.md")));

    private static readonly string Source = Path.Combine(Case.Root, "src");

    [Fact]
    public void Every_source_file_uses_only_what_its_room_may_use() => AssertNone(new SourceRooms(Table, SourceFile.Below(Source)).Faults());

    [Theory]
    [InlineData("Jiedui")]
    [InlineData("Jiedui.App")]
    public void Every_compiled_method_uses_only_what_its_room_may_use(string assembly) => AssertNone(CompiledRooms.Faults(Table, Assembly.Load(assembly)));

    [Fact]
    public void No_project_brings_a_room_in_for_all_its_files() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Case.Root, "*.props").Concat(Directory.EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories)).Select(File.ReadAllText),
            project => project.Contains("Using Include=\"Jiedui", StringComparison.Ordinal));

    [Fact]
    public void The_compiled_check_sees_a_room_that_no_source_names()
    {
        // Reporting really uses Indicators: forbidding it must show.
        var strict = RoomTable.Parse("| room | may use |\n|---|---|\n| Jiedui.Flow.Outputs.Reports | |\n| Jiedui.Flow.Indicators | |\n");
        Assert.Contains(CompiledRooms.Faults(strict, Assembly.Load("Jiedui")), fault => fault.Contains("uses Jiedui.Flow.Indicators.Figure", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Breaks => new()
    {
        { "a using", "using Jiedui.B;" },
        { "a static using", "using static Jiedui.B.Numbers;" },
        { "an alias", "using N = Jiedui.B.Numbers;" },
        { "a global using", "global using Jiedui.B;" },
        { "a full name", "class One { object It = new Jiedui.B.Thing(); }" },
        { "a full name after global::", "class One { object It = new global::Jiedui.B.Thing(); }" },
        { "a full name over two lines", "class One { object It = new Jiedui\n  .B.Thing(); }" },
        { "a name from the parent namespace", "class One { object It = new B.Thing(); }" },
        { "a constant", "class One { int It = B.Numbers.Seven; }" },
        { "a name inside an interpolated text", "class One { string It = $\"http://{B.Numbers.Seven}\"; }" },
        { "a type of the parent namespace, bare", "class One { Top It = null; }" },
        { "a neighbour whose name begins alike", "class One { object It = new AExtra.Other(); }" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_planted_break_is_found(string what, string code)
    {
        var fault = Assert.Single(Planted(code));
        Assert.True(fault.StartsWith("A/One.cs: Jiedui.A uses Jiedui", StringComparison.Ordinal), $"{what}: {fault}");
    }

    [Theory]
    [InlineData("using System.Text; class One { object It = new Jiedui.A.Mine(); }")]
    [InlineData("// Jiedui.B is another room\n/* Jiedui.B.Thing */ /// <see cref=\"Jiedui.B.Thing\"/>\nclass One { string It = \"//\"; }")]
    [InlineData("class One { int B; int Seven => this.B.Thing; }")]
    public void What_is_no_break_is_not_taken_for_one(string code) => Assert.Empty(Planted(code));

    [Fact]
    public void A_room_without_files_does_not_pass_for_a_sound_one()
    {
        var table = RoomTable.Parse("| room | may use |\n|---|---|\n| Jiedui.A | |\n| Jiedui.Gone | |\n");
        Assert.Equal(["Jiedui.Gone has no files"], new SourceRooms(table, [new SourceFile("A/One.cs", "namespace Jiedui.A; class One;")]).Faults());
    }

    [Fact]
    public void A_planned_room_that_has_come_must_say_so()
    {
        var table = RoomTable.Parse("| room | may use |\n|---|---|\n| Jiedui.A (planned) | |\n");
        Assert.Equal(["Jiedui.A is there, and no longer planned"], new SourceRooms(table, [new SourceFile("A/One.cs", "namespace Jiedui.A; class One;")]).Faults());
    }

    [Fact]
    public void A_file_outside_all_rooms_is_named()
    {
        var table = RoomTable.Parse("| room | may use |\n|---|---|\n| Jiedui.A | |\n");
        var faults = new SourceRooms(table, [new SourceFile("A/One.cs", "namespace Jiedui.A; class One;"), new SourceFile("AExtra/Two.cs", "namespace Jiedui.AExtra; class Two;")]).Faults();
        Assert.Equal(["AExtra/Two.cs: Jiedui.AExtra stands in no room of the table"], faults);
    }

    [Fact]
    public void A_field_does_not_use_another_field_and_the_article_uses_all()
    {
        var table = RoomTable.Parse("| room | may use |\n|---|---|\n| Jiedui.Work | Jiedui.Work.* |\n| Jiedui.Work.* | |\n");
        var faults = new SourceRooms(table,
        [
            new SourceFile("Work/Article.cs", "using Jiedui.Work.Drivers.Labour;\nnamespace Jiedui.Work; class Article;"),
            new SourceFile("Labour.cs", "using Jiedui.Work.Drivers.Industry;\nnamespace Jiedui.Work.Drivers.Labour; class Labour;"),
            new SourceFile("Industry.cs", "namespace Jiedui.Work.Drivers.Industry; class Industry { object It = Article.All; }"),
        ]).Faults();
        Assert.Equal(["Labour.cs: Jiedui.Work.Drivers.Labour uses Jiedui.Work.Drivers.Industry", "Industry.cs: Jiedui.Work.Drivers.Industry uses Jiedui.Work"], faults);
    }

    private static void AssertNone(IEnumerable<string> faults) => Assert.False(faults.Any(), string.Join('\n', faults.Distinct()));

    private static IReadOnlyList<string> Planted(string code)
    {
        var table = RoomTable.Parse("# t\n\n| room | may use |\n|---|---|\n| Jiedui | |\n| Jiedui.A | |\n| Jiedui.AExtra | |\n| Jiedui.B | |\n");
        return new SourceRooms(table,
        [
            new SourceFile("A/One.cs", $"namespace Jiedui.A;\n{code}"),
            new SourceFile("A/Mine.cs", "namespace Jiedui.A; class Mine;"),
            new SourceFile("AExtra/Other.cs", "namespace Jiedui.AExtra; class Other;"),
            new SourceFile("B/Thing.cs", "namespace Jiedui.B; class Thing; static class Numbers { public const int Seven = 7; }"),
            new SourceFile("Top.cs", "namespace Jiedui; class Top;"),
        ]).Faults();
    }
}
