using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Matching;

/// <summary>Reads who is to be proposed: of each person the newest record, without those who ask for nothing and those who are settled.</summary>
internal sealed class PeopleReading(LedgerBook book, Vault vault, Profiles profiles, MatchRequest request)
{
    private readonly Dictionary<UInt128, Latest> latest = [];
    private readonly HashSet<int> seen = [];

    public int NoWish { get; private set; }

    public int Settled { get; private set; }

    public int Unknown { get; private set; }

    /// <summary>Whether a person is within the asker's reach.</summary>
    public bool Sees(int person) => request.Unit is null || seen.Contains(person);

    public void Read(CancellationToken cancel)
    {
        var people = profiles.Matching.People;
        var settled = ReadSettled();
        foreach (var record in book.AllByNumber(people.Ledger, request.Whole))
        {
            cancel.ThrowIfCancellationRequested();
            var sees = request.Seen.Covers(record.Row, book.UnitsOf(request.Partnership));
            if (people.Person.Of(record.Row) is not { } person)
            {
                Unknown += sees ? 1 : 0;
                continue;
            }
            var print = StoredField.PrintOf(people.Person, person, vault.Prints);
            var state = !people.Seeks(record.Row) ? State.NoWish : settled.Contains(print) && !people.SeeksThough(record.Row) ? State.Settled : State.Seeks;
            Keep(print, new Latest(people.Ledger.DayOf(record.Row), state, sees, profiles.People), record);
            if (profiles.People % 1024 == 0)
                request.Progress?.Invoke(new MatchProgress(MatchStage.Reading, profiles.People));
        }
        NoWish = latest.Values.Count(one => one is { State: State.NoWish, IsSeen: true });
        Settled = latest.Values.Count(one => one is { State: State.Settled, IsSeen: true });
    }

    // Of two records of one day the later number is the newer.
    private void Keep(UInt128 print, Latest found, Record record)
    {
        if (latest.TryGetValue(print, out var known))
        {
            if (known.Day > found.Day)
                return;
            if (known.State == State.Seeks)
                profiles.Drop(known.Person);
        }
        latest[print] = found;
        if (found.State != State.Seeks)
            return;
        profiles.AddPerson(record.Id, record.Row);
        if (found.IsSeen && request.Unit is not null)
            seen.Add(found.Person);
    }

    private HashSet<UInt128> ReadSettled()
    {
        var settled = profiles.Matching.People.Settled;
        return
        [
            .. book.AllByNumber(settled.Ledger, request.Whole).Where(record => settled.Stands(record.Row, request.Today) && settled.Person.Of(record.Row) is not null)
                .Select(record => StoredField.PrintOf(settled.Person, settled.Person.Of(record.Row)!, vault.Prints)),
        ];
    }

    private readonly record struct Latest(DateOnly? Day, State State, bool IsSeen, int Person);

    private enum State : byte
    {
        Seeks,
        NoWish,
        Settled,
    }
}
