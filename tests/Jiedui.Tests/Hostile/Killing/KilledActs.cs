using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jiedui.Tests.Journeys;

namespace Jiedui.Tests.Hostile.Killing;

/// <summary>The acts during which the program is killed. Each sends its request and, once it is acknowledged, notes what the books must hold. A new act is one more entry of the list.</summary>
internal static class KilledActs
{
    private static int names;

    public static IReadOnlyList<Func<ServedProgram, Expected, Random, Task>> All { get; } = [Import, Enter, Correct, Withdraw, ConfirmAll];

    private static Task Import(ServedProgram program, Expected books, Random random)
    {
        var fairs = Enumerable.Range(0, 1 + random.Next(400)).Select(_ => (Name: NewName("导入"), Employers: random.Next(1, 99))).ToList();
        var csv = "日期,活动名称,形式,主办单位,参加企业数\r\n" + string.Concat(fairs.Select(fair => $"2020-03-01,{fair.Name},网络招聘,丹凤县人社局,{fair.Employers}\r\n"));
        return Do(
            books, async () =>
            {
                using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "files", "招聘活动.csv" } };
                return await program.Client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), form);
            },
            after => fairs.ForEach(fair => after.Fairs[fair.Name] = new Fair(0, fair.Employers, 1)));
    }

    private static Task Enter(ServedProgram program, Expected books, Random random)
    {
        var (name, employers) = (NewName("填写"), random.Next(1, 99));
        var cells = new Dictionary<string, string> { ["日期"] = "2020-04-01", ["活动名称"] = name, ["形式"] = "网络招聘", ["主办单位"] = "丹凤县人社局", ["参加企业数"] = $"{employers}" };
        return Do(
            books, () => program.Client.PostAsJsonAsync("/api/v1/ledgers/labour.fairs/records", new { cells }),
            after => after.Fairs[name] = new Fair(0, employers, 1));
    }

    private static Task Correct(ServedProgram program, Expected books, Random random)
    {
        if (Any(books, random) is not { } one)
            return Enter(program, books, random);
        var employers = one.Fair.Employers + 1;
        return Do(
            books,
            () => program.Client.PutAsJsonAsync(
                $"/api/v1/ledgers/labour.fairs/records/{one.Fair.Record}",
                new { version = one.Fair.Version, reason = "核对", cells = new Dictionary<string, string> { ["参加企业数"] = $"{employers}" } }),
            after => after.Fairs[one.Name] = one.Fair with { Employers = employers, Version = one.Fair.Version + 1 });
    }

    private static Task Withdraw(ServedProgram program, Expected books, Random random)
    {
        if (Any(books, random) is not { } one)
            return Enter(program, books, random);
        return Do(
            books,
            () => SigningIn.Post(program.Client, $"/ledgers/labour.fairs/{one.Fair.Record}", $"/ledgers/labour.fairs/{one.Fair.Record}/withdraw", ("reason", "误报")),
            after => after.Fairs[one.Name] = one.Fair with { IsWithdrawn = true });
    }

    /// <summary>All that stands there at once: hundreds of words in one transaction.</summary>
    private static async Task ConfirmAll(ServedProgram program, Expected books, Random random)
    {
        if (!books.Fairs.Values.Any(fair => !fair.IsWithdrawn && fair.Confirmed < fair.Version))
        {
            await Enter(program, books, random);
            return;
        }
        var seen = (await program.Giver.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/waiting", UriKind.Relative))).GetProperty("seen").GetString();
        await Do(
            books, () => program.Giver.PostAsJsonAsync("/api/v1/ledgers/labour.fairs/confirm", new { seen }),
            after =>
            {
                foreach (var (name, fair) in after.Fairs.Where(fair => !fair.Value.IsWithdrawn))
                    after.Fairs[name] = fair with { Confirmed = fair.Version };
            });
    }

    private static async Task Do(Expected books, Func<Task<HttpResponseMessage>> send, Action<Expected> change)
    {
        books.UnderWay = change;
        using var answer = await send();
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            books.UnderWay = null;
            return;
        }
        var isDone = answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains("sign-in", StringComparison.Ordinal) == false;
        Assert.True(isDone, $"{answer.RequestMessage?.RequestUri} {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        books.UnderWay = null;
        change(books);
        books.Acknowledged++;
    }

    /// <summary>One of those whose number the test has read from the books.</summary>
    private static (string Name, Fair Fair)? Any(Expected books, Random random)
    {
        var known = books.Fairs.Where(fair => fair.Value is { Record: > 0, IsWithdrawn: false }).Select(fair => (fair.Key, fair.Value)).ToList();
        return known.Count == 0 ? null : known[random.Next(known.Count)];
    }

    private static string NewName(string act) => $"{act}{Interlocked.Increment(ref names)}";
}
