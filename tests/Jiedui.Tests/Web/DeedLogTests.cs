using System.Net.Http.Json;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Access;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>While the audit log takes nothing, what is done to the books is done, and is answered so; the log has it afterwards.</summary>
public sealed class DeedLogTests : ServedOffice
{
    private static readonly Dictionary<string, string> Fair = new() { ["日期"] = "2020-03-01", ["活动名称"] = "春风行动", ["形式"] = "网络招聘", ["主办单位"] = "丹凤县人社局", ["参加企业数"] = "3" };


    public override async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsBuiltIn, "A trigger in the words of the built-in engine.");
        await base.InitializeAsync();
        Client.DefaultRequestHeaders.Add("X-Jiedui", "1");
    }

    [Fact]
    public async Task A_record_a_file_and_a_correction()
    {
        new AuditLog(Office.Database).TakeOver();
        Access("CREATE TRIGGER breaks BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'x'); END");
        using var file = new MultipartFormDataContent { { new ByteArrayContent(EvidenceFiles.Pdf()), "files", "签到.pdf" } };

        await Send(HttpMethod.Post, "records", JsonContent.Create(new { cells = Fair }));
        await Send(HttpMethod.Post, "records/1/evidence?grade=1", file);
        await Send(HttpMethod.Put, "records/1", JsonContent.Create(new { cells = new Dictionary<string, string>(Fair) { ["参加企业数"] = "4" }, version = 1, reason = "重新核对" }));

        Assert.Equal(2, Office.Records("labour.fairs").Single().Version);
        Access("DROP TRIGGER breaks");
        Assert.Equal(3, new AuditLog(Office.Database).TakeOver());
    }

    private async Task Send(HttpMethod method, string what, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/ledgers/labour.fairs/" + what) { Content = content };
        using var answer = await Client.SendAsync(request, Token);
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
    }

    private void Access(string sql)
    {
        using var access = Office.Database.ConnectAccess();
        using var command = access.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
