namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <param name="Kind">The last word of the type's URI, e.g. worksheet: transitional and strict files differ before it.</param>
/// <param name="Part">The part's name in the package.</param>
internal readonly record struct Relation(string Id, string Kind, string Part);

/// <summary>Which part of a package points to which. A target outside the package is no relation: it is neither opened nor asked for.</summary>
internal static class Relations
{
    public static IReadOnlyList<Relation> Of(XlsxPackage package, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var reader = PartReader.Find(package, $"{folder}_rels/{part[folder.Length..]}.rels");
        if (reader is null || !reader.NextRoot())
            return [];
        var relations = new List<Relation>();
        while (reader.NextChild(0))
        {
            if (reader.Attribute("TargetMode") is "External" || reader.Attribute("Target") is not { } target || Resolved(folder, target) is not { } name)
                continue;
            var type = reader.Attribute("Type") ?? "";
            relations.Add(new Relation(reader.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], name));
        }
        return relations;
    }

    private static string? Resolved(string folder, string target)
    {
        if (target.Contains(':', StringComparison.Ordinal))
            return null;
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".")
                continue;
            if (step != "..")
                steps.Add(step);
            else if (steps.Count == 0)
                return null;
            else
                steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }
}
