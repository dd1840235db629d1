using System.Data.Common;
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
        DbConnection connection = Database.Open(bench.Folder, Article.Catalogue.Ledgers).Connect();
        Figures = new Figures(connection, Article.Catalogue);
        Partnership = Partnerships.All(connection)[0];
    }

    public Figures Figures { get; }

    public Partnership Partnership { get; }

    public Period Period => Partnership.Life(DateOnly.FromDateTime(DateTime.Today));
}
