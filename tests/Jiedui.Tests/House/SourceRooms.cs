using System.Text.RegularExpressions;

namespace Jiedui.Tests.House;

/// <summary>
/// Holds source files against the table. A name counts as a use of another room where it is a namespace or a type in one: written in full, from a parent namespace
/// (Intake.Workbooks.CellAddress), or bare where a parent namespace declares it. A constant is seen here too, though nothing of it is left in compiled code.
/// </summary>
public sealed partial class SourceRooms
{
    private readonly RoomTable table;
    private readonly IReadOnlyList<SourceFile> files;
    private readonly HashSet<string> spaces;
    private readonly HashSet<string> types;

    public SourceRooms(RoomTable table, IEnumerable<SourceFile> sources)
    {
        this.table = table;
        files = [.. sources];
        spaces = [.. files.SelectMany(file => Prefixes(file.Namespace))];
        types = [.. files.SelectMany(file => file.Types.Select(type => $"{file.Namespace}.{type}"))];
    }

    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        foreach (var file in files)
        {
            if (table.RoomOf(file.Namespace) is not { } room)
                faults.Add($"{file.Path}: {file.Namespace} stands in no room of the table");
            else
                faults.AddRange(UsesOf(file).Where(use => table.RoomOf(use) is { } other && !table.MayUse(room, other)).Select(use => $"{file.Path}: {room} uses {use}").Distinct());
        }
        foreach (var room in table.Rooms)
        {
            var isEmpty = !files.Any(file => RoomTable.Holds(room, file.Namespace) && (room.EndsWith('*') || table.RoomOf(file.Namespace) == room));
            if (isEmpty != table.Absent.Contains(room))
                faults.Add(isEmpty ? $"{room} has no files" : $"{room} is there, and no longer planned");
        }
        return faults;
    }

    /// <summary>The namespaces that a file names.</summary>
    private IEnumerable<string> UsesOf(SourceFile file)
    {
        foreach (Match match in Using().Matches(file.Code))
        {
            if (LongestSpace(Plain(match.Groups[1].Value)) is { } space)
                yield return space;
        }
        var around = Prefixes(file.Namespace).ToList();
        foreach (var name in file.Names.Select(Plain))
        {
            if (name.StartsWith("Jiedui.", StringComparison.Ordinal) && LongestSpace(name) is { } written)
                yield return written;
            foreach (var parent in around)
            {
                if (SpaceOfType(parent, name) is { } found)
                    yield return found;
            }
        }
    }

    /// <summary>The namespace of the type that a name reaches from a parent namespace, or null where it reaches none.</summary>
    private string? SpaceOfType(string parent, string name)
    {
        var parts = name.Split('.');
        var space = parent;
        foreach (var part in parts)
        {
            if (types.Contains($"{space}.{part}"))
                return space;
            space = $"{space}.{part}";
            if (!spaces.Contains(space))
                return null;
        }
        return null;
    }

    private string? LongestSpace(string name) => Prefixes(name).LastOrDefault(spaces.Contains);

    private static IEnumerable<string> Prefixes(string space)
    {
        for (var dot = space.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = space.IndexOf('.', dot + 1))
            yield return space[..dot];
        yield return space;
    }

    private static string Plain(string name) => Blanks().Replace(name, "").Replace("global::", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\s*@?(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?((?:global::)?[A-Za-z_][\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
