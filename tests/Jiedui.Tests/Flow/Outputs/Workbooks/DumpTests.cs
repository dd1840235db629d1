using Jiedui.Work;
using Jiedui.Flow.Outputs.Workbooks;
namespace Jiedui.Tests.Flow.Outputs.Workbooks;
public class DumpTests
{
    [Fact] public void Dump() => LedgerTemplate.Write([Article.Catalogue.Ledger("labour.fairs")!, Article.Catalogue.Ledger("labour.workers")!, Article.Catalogue.Ledger("industry.land")!], "/tmp/w_template.xlsx");
}
