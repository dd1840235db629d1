namespace Jiedui.Access.Auditing;

/// <summary>One line of the audit log.</summary>
/// <param name="Number">Its place in the chain, from 1 without a gap.</param>
/// <param name="Act">What was done; null where the line was tampered with and names no act.</param>
/// <param name="Partnership">The partnership it concerns; null for the installation.</param>
/// <param name="About">What it was done to: a ledger, a record, an account.</param>
/// <param name="Told">What was done, as a sentence or as JSON; never personal data.</param>
/// <param name="Place">From where: an address; empty at the command line.</param>
/// <param name="Deed">The deed of the books that it takes over; null where it changed no ledger.</param>
/// <param name="Hash">The chain's hash up to here.</param>
public sealed record AuditEntry(
    long Number, DateTimeOffset At, string Actor, AuditAct? Act, long? Partnership, string About, string Told, string Place, long? Deed, string Hash);
