namespace Jiedui.Tests.House;

/// <summary>Which room may use which: the table of ARCHITECTURE.md.</summary>
public sealed class RoomTable
{
    private const string Planned = " (planned)";

    private readonly List<(string Room, IReadOnlyList<string> MayUse)> rows = [];

    public IReadOnlyList<string> Rooms => [.. rows.Select(row => row.Room)];

    /// <summary>Rooms that do not exist yet.</summary>
    public HashSet<string> Absent { get; } = [];

    public static RoomTable Parse(string markdown)
    {
        var table = new RoomTable();
        foreach (var line in markdown.Split('\n').SkipWhile(line => !line.StartsWith("| room |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')))
        {
            var cells = line.Split('|').Select(cell => cell.Trim()).ToList();
            var room = cells[1].Replace(Planned, "", StringComparison.Ordinal);
            if (room != cells[1])
                table.Absent.Add(room);
            table.rows.Add((room, cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }
        return table;
    }

    /// <summary>The room of a namespace: the row that names most of it. Below P.* each namespace is a room of its own.</summary>
    public string? RoomOf(string space) => RowOf(space) is not { } row ? null : row.Room.EndsWith('*') ? space : row.Room;

    public bool MayUse(string room, string other) => room == other || RowOf(room)!.Value.MayUse.Any(allowed => allowed == (RowOf(other)!.Value.Room));

    /// <summary>Whole names only: Jiedui.Flow.Postings does not hold Jiedui.Flow.PostingsExtra.</summary>
    public static bool Holds(string room, string space) =>
        room.EndsWith(".*", StringComparison.Ordinal) ? space.StartsWith(room[..^1], StringComparison.Ordinal) : space == room || space.StartsWith(room + ".", StringComparison.Ordinal);

    private (string Room, IReadOnlyList<string> MayUse)? RowOf(string space) =>
        rows.Where(row => Holds(row.Room, space)).OrderByDescending(row => row.Room.Length).Select(row => ((string, IReadOnlyList<string>)?)row).FirstOrDefault();
}
