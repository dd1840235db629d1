using Jiedui.Flow.Indicators;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>What the import stored, open for questions about the partnership's whole life.</summary>
internal sealed class Books
{
    public Books(Bench bench)
    {
        var database = bench.Open();
        var connection = database.Connect();
        Figures = new Figures(connection, Article.Catalogue, database.Vault);
        Partnership = Partnerships.All(connection)[0];
    }

    public Figures Figures { get; }

    public Partnership Partnership { get; }

    public Period Period => Partnership.Life(DateOnly.FromDateTime(DateTime.Today));
}
