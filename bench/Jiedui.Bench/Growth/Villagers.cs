using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Drivers.Industry;
using Jiedui.Work.Drivers.Labour;

namespace Jiedui.Bench.Growth;

/// <summary>
/// What is told of so many persons in five years: each is asked for work, some twice, most are placed; every twentieth is a household with twenty months of paid
/// work, every third buys something. Some ten postings each. They come in the order of their numbers as subjects: then all that is kept by member is appended, and
/// nothing is looked for.
/// </summary>
internal sealed class Villagers(int count, IReadOnlyList<UnitRef> villages, KeyedHash prints)
{
    private const int Months = 60;
    private const int InHousehold = 20;

    private readonly Random random = new(1);

    public IEnumerable<Row> Rows()
    {
        var persons = InOrder(count, person => Subject.Person(IdOf(person)));
        var households = InOrder((count + InHousehold - 1) / InHousehold, household => Subject.Household(NumberOf(household)));
        for (var at = 0; at < count; at++)
        {
            yield return Survey(persons[at]);
            if (random.Next(10) < 3)
                yield return Survey(persons[at]);
            if (random.Next(100) < 65)
                yield return Placement(persons[at]);
            for (var month = 0; month < InHousehold && at % InHousehold == 0; month++)
                yield return Job(households[at / InHousehold]);
            if (at % 3 == 0)
                yield return Sale();
        }
    }

    private int[] InOrder(int members, Func<int, Subject?> subject)
    {
        var all = Enumerable.Range(0, members).ToArray();
        Array.Sort(Array.ConvertAll(all, member => NumberedSubject.Of(subject(member), prints).Number), all);
        return all;
    }

    private Row Survey(int person)
    {
        var row = new Row(Workers.Ledger);
        row[Workers.Id] = IdOf(person);
        row[Workers.Town] = VillageOf(person);
        row[Workers.Wish] = Workers.Wish.Options[random.Next(Workers.Wish.Options.Count)];
        row[Workers.Date] = SomeDay();
        return row;
    }

    private Row Placement(int person)
    {
        var row = new Row(Placements.Ledger);
        row[Placements.Id] = IdOf(person);
        row[Placements.Town] = VillageOf(person);
        row[Placements.IsPoor] = random.Next(3) == 0;
        row[Placements.Started] = SomeDay();
        return row;
    }

    private Row Job(int household)
    {
        var row = new Row(SiteJobs.Ledger);
        row[SiteJobs.Id] = IdOf(household);
        row[SiteJobs.Household] = NumberOf(household);
        row[SiteJobs.Month] = new PartialDate(2020 + random.Next(Months) / 12, 1 + random.Next(12));
        row[SiteJobs.Income] = Amount.Exactly(100_000 + 100 * random.Next(3000));
        return row;
    }

    private Row Sale()
    {
        var row = new Row(Sales.Ledger);
        row[Sales.Channel] = Sales.Channel.Options[random.Next(Sales.Channel.Options.Count)];
        row[Sales.Date] = SomeDay();
        row[Sales.Amount] = Amount.Exactly(100 * (long)random.Next(1_000_000));
        return row;
    }

    private UnitRef VillageOf(int person) => villages[person % villages.Count];

    private PartialDate SomeDay() => new(2020 + random.Next(Months) / 12, 1 + random.Next(12), 1 + random.Next(28));

    private static string NumberOf(int household) => "H" + household.ToString(CultureInfo.InvariantCulture);

    private static string IdOf(int person) => string.Create(CultureInfo.InvariantCulture, $"6199{person:00000000000000}");
}
