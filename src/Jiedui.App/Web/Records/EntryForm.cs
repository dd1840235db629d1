using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.App.Web.Records;

/// <summary>The form of one record, made from its ledger's declaration: what stands in each field, what was typed, and what is wrong with it.</summary>
internal sealed class EntryForm
{
    private const string VersionName = "version";
    private const string ReasonName = "reason";

    private readonly WrittenCells written;

    /// <param name="ledger">The ledger.</param>
    /// <param name="units">Its partnership's units.</param>
    /// <param name="seen">The record as it stood when the form was opened; null for a new one.</param>
    public EntryForm(LedgerType ledger, UnitRegistry units, Record? seen)
    {
        written = new WrittenCells(units);
        Version = seen?.Version ?? 0;
        // The two sides give their word on the record's page, not by typing it.
        Fields = [.. ledger.Columns.Where(column => column.Name is not ("帮扶方确认" or "受帮扶方确认")).Select(column => new EntryField(column))];
        foreach (var field in Fields)
            Open(field, seen?.Row);
    }

    public IReadOnlyList<EntryField> Fields { get; }

    public int Version { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What is wrong with the whole record.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was touched, by column name: all that is to be stored. What nobody touched keeps its value to the last digit.</summary>
    public IReadOnlyDictionary<string, string> Cells => Fields.Where(one => one.IsTouched).ToDictionary(one => one.Column.Name, one => one.Text);

    /// <summary>The version that a posted form was opened at; 0 for a new record or a form that does not say.</summary>
    public static int VersionOf(IFormCollection posted) => int.TryParse(posted[VersionName], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    public void Take(IFormCollection posted)
    {
        Reason = posted[ReasonName].ToString().Trim();
        foreach (var field in Fields.Where(field => posted.ContainsKey(field.Name)))
            field.Text = posted[field.Name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Puts what is wrong beside its fields.</summary>
    public void Tell(IReadOnlyList<Finding> findings)
    {
        foreach (var field in Fields)
            field.Findings = [.. findings.Where(finding => finding.Column == field.Column.Name)];
        Findings = [.. findings.Where(finding => Fields.All(field => field.Column.Name != finding.Column))];
    }

    /// <summary>Somebody was quicker: what nobody touched here shows what he made of it, and what was touched keeps what was typed, with his beside it.</summary>
    public void Rebase(Record now)
    {
        foreach (var field in Fields)
        {
            var (typed, isTouched, before, masked) = (field.Text, field.IsTouched, field.Before, field.Masked);
            Open(field, now.Row);
            if (!isTouched)
                continue;
            field.Text = typed;
            field.Now = (before, masked) == (field.Before, field.Masked) ? "" : written.Masked(now.Row, field.Column) is { Length: > 0 } text ? text : "（空）";
        }
        Version = now.Version;
    }

    private void Open(EntryField field, Row? row)
    {
        var (clear, masked) = row is null ? ("", "") : (written.Of(row, field.Column), written.Masked(row, field.Column));
        // A remark may hold a telephone number, too: then it is kept back like a personal column.
        var isKeptBack = field.Column.IsPersonal || masked != clear;
        field.Masked = isKeptBack ? masked : "";
        field.Before = field.Text = isKeptBack ? "" : clear;
    }
}
