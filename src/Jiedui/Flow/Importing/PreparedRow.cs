using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>A good row with what could be reckoned of it before it is its turn to be entered.</summary>
/// <param name="Claimed">What the sheet says for the other side. It is not believed: what was stored of it stays.</param>
/// <param name="Ahead">What of it is sealed; null where that waits until it is known whether the row is stored at all.</param>
/// <param name="Drafts">What it posts; null as before.</param>
internal sealed record PreparedRow(Row Row, RowPrint Print, object? Claimed, SealedRow? Ahead, Draft[]? Drafts);
