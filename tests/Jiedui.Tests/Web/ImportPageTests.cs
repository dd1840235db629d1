using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Tests.Access;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>The pages of an import as a browser without scripts uses them: what is corrected stays, and what is told is true.</summary>
public sealed partial class ImportPageTests : ServedOffice
{
    [Fact]
    public async Task A_further_correction_keeps_those_that_are_remembered()
    {
        const string Headers = "姓名,身份证号,户籍镇,打算,摸排方式,摸排日期,月工资,去处";
        var first = await Upload("甲", Roster("一月.csv", Headers, 1));
        await Correct(first, [("打算", "意愿"), ("月工资", "")]);
        await Confirm(first);

        var next = await Upload("甲", Roster("二月.csv", Headers, 2));
        Assert.Equal(("意愿", "", ""), await Shown(next));
        await Correct(next, [("去处", "现务工地")]);
        Assert.Equal(("意愿", "", "现务工地"), await Shown(next));
        await Confirm(next);

        Assert.Equal(("意愿", "", "现务工地"), await Shown(await Upload("甲", Roster("三月.csv", Headers, 3))));

        async Task<(string Wish, string Wage, string Place)> Shown(string job)
        {
            var read = (await Columns(job)).ToDictionary(column => column.Header, column => column.Read);
            return (read["打算"], read["月工资"], read["去处"]);
        }
    }

    [Fact]
    public async Task A_correction_is_for_the_sheet_of_the_file_it_was_made_for()
    {
        const string Others = "姓名,身份证号,户籍镇,想法,摸排方式,摸排日期,去处";
        var before = await Upload("甲", Book("乙.xlsx", Others, 1));
        await Correct(before, [("想法", "意愿")]);
        await Confirm(before);

        var both = await Upload("甲", Book("甲.xlsx", "姓名,身份证号,户籍镇,打算,摸排方式,摸排日期,去处", 2), Book("乙.xlsx", Others, 3));
        await Correct(both, [("打算", "意愿"), ("去处", "现务工地")]);
        Assert.Equal(
            ["打算=意愿", "去处=现务工地", "想法=意愿", "去处="],
            (await Columns(both)).Where(column => column.Header is "打算" or "想法" or "去处").Select(column => $"{column.Header}={column.Read}"));
        await Confirm(both);

        var remembered = await Columns(await Upload("甲", Book("乙.xlsx", Others, 4)));
        Assert.Equal(["意愿", ""], remembered.Where(column => column.Header is "想法" or "去处").Select(column => column.Read));
    }

    [Fact(Skip = "A trigger in the words of the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public async Task An_import_that_breaks_off_tells_which_files_are_in_the_books()
    {
        var job = await Upload("", Fairs("甲.csv"), Fairs("乙.csv"), Fairs("丙.csv"));
        Office.Execute("CREATE TRIGGER breaks BEFORE INSERT ON source_file WHEN new.name = '乙.csv' BEGIN SELECT RAISE(ABORT, 'x'); END");
        var page = await Confirm(job);
        Assert.Equal(1, Office.Count("labour_fairs"));
        Assert.DoesNotContain("没有改动", page, StringComparison.Ordinal);
        Assert.Contains("已导入 1 行", page, StringComparison.Ordinal);
        Assert.Contains("已入账：甲.csv。没有入账：乙.csv、丙.csv。", page, StringComparison.Ordinal);
        Assert.Contains("变了的数字", page, StringComparison.Ordinal);
        Assert.Equal(0, Office.Count("import_done"));
        Assert.Contains("In the books: 甲.csv. Not in the books: 乙.csv、丙.csv.", await Read(job + "?lang=en"), StringComparison.Ordinal);
    }

    [Fact(Skip = "A trigger in the words of the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public async Task An_import_that_breaks_off_before_anything_is_stored_says_so()
    {
        var job = await Upload("", Fairs("甲.csv"), Fairs("乙.csv"));
        Office.Execute("CREATE TRIGGER breaks BEFORE INSERT ON source_file BEGIN SELECT RAISE(ABORT, 'x'); END");
        Assert.Contains("台账没有改动", await Confirm(job), StringComparison.Ordinal);
        Assert.Equal(0, Office.Count("labour_fairs"));
    }

    [Fact(Skip = "A trigger in the words of the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public async Task What_fails_after_the_import_makes_it_no_failed_one()
    {
        var job = await Upload("", Fairs("甲.csv"));
        using (var access = Office.Database.ConnectAccess())
        using (var command = access.CreateCommand())
        {
            command.CommandText = "CREATE TRIGGER breaks BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'x'); END";
            command.ExecuteNonQuery();
        }
        var page = await Confirm(job);
        Assert.Equal(1, Office.Count("labour_fairs"));
        Assert.Contains("已导入 1 行", page, StringComparison.Ordinal);
        Assert.DoesNotContain("系统出错", page, StringComparison.Ordinal);
    }

    [Fact(Skip = "A trigger in the words of the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public async Task A_program_whose_import_breaks_off_is_told_what_is_in_the_books()
    {
        Office.Execute("CREATE TRIGGER breaks BEFORE INSERT ON source_file WHEN new.name = '乙.csv' BEGIN SELECT RAISE(ABORT, 'x'); END");
        using var form = Form(Fairs("甲.csv"), Fairs("乙.csv"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/import") { Content = form };
        request.Headers.Add("X-Jiedui", "1");
        using var answer = await Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        using var told = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        var files = told.RootElement.GetProperty("files");
        Assert.Equal(1, files[0].GetProperty("sheets")[0].GetProperty("accepted").GetInt32());
        Assert.Equal("file.broken", files[1].GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal(1, Office.Count("labour_fairs"));
    }

    [Fact(Skip = "A trigger in the words of the built-in engine.", SkipUnless = nameof(TestServer.IsBuiltIn), SkipType = typeof(TestServer))]
    public async Task A_command_that_breaks_off_reports_what_is_in_the_books()
    {
        Office.Execute("CREATE TRIGGER breaks BEFORE INSERT ON source_file WHEN new.name = '乙.csv' BEGIN SELECT RAISE(ABORT, 'x'); END");
        var (one, other) = (Fairs("甲.csv"), Fairs("乙.csv"));
        using var folder = new TempFolder();
        var run = await CommandRun.Of(Office, "import", folder.Write(one.Name, one.Content), folder.Write(other.Name, other.Content));
        Assert.Equal(2, run.Code);
        Assert.Contains("新增 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("已入账：甲.csv。没有入账：乙.csv。", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, Office.Count("labour_fairs"));
    }

    private static (string Name, byte[] Content) Fairs(string name) =>
        (name, Encoding.UTF8.GetBytes($"日期,活动名称,形式,主办单位,参加企业数\r\n2020-03-01,{name},网络招聘,丹凤县人社局,3\r\n"));

    private static (string Name, byte[] Content) Roster(string name, string headers, int person) =>
        (name, Encoding.UTF8.GetBytes($"{headers}\r\n{string.Join(',', Row(headers, person))}\r\n"));

    private static (string Name, byte[] Content) Book(string name, string headers, int person)
    {
        using var folder = new TempFolder();
        return (name, File.ReadAllBytes(new Xlsx().Sheet("Sheet1", [headers.Split(','), Row(headers, person)]).Save(folder.Path, name)));
    }

    private static object?[] Row(string headers, int person) => [.. headers.Split(',').Select(header => (object?)(header switch
    {
        "姓名" => "某某",
        "身份证号" => IdOf(person),
        "户籍镇" => "棣花镇",
        "打算" or "想法" => "转岗",
        "摸排方式" => "电话",
        "摸排日期" => "2020-03-01",
        "月工资" => "3000",
        _ => "西安",
    }))];

    private static string IdOf(int person) => TwoCounties.Id($"6110231980010{person:0000}");

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        return form;
    }

    /// <returns>The job's address, when it was read.</returns>
    private async Task<string> Upload(string sender, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        form.Add(new StringContent(sender), "sender");
        form.Add(new StringContent(FormToken().Match(await Read("/import")).Groups[1].Value), "__RequestVerificationToken");
        using var answer = await Client.PostAsync(new Uri("/import/upload", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var job = SigningIn.PlaceOf(answer, Client).Split('?')[0];
        await Rest(job);
        return job;
    }

    /// <summary>Sends all columns as the page shows them, but for the first of each header that is named.</summary>
    private async Task Correct(string job, (string Header, string Column)[] changes)
    {
        var fields = (await Columns(job)).DistinctBy(column => column.Field).ToDictionary(column => column.Field, column => column.Read);
        foreach (var (header, column) in changes)
            fields[(await Columns(job)).First(one => one.Header == header).Field] = column;
        using var answer = await SigningIn.Post(Client, job, job + "/again", [.. fields.Select(field => (field.Key, field.Value))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Rest(job);
    }

    /// <returns>The page when it is stored.</returns>
    private async Task<string> Confirm(string job)
    {
        using var answer = await SigningIn.Post(Client, job, job + "/confirm");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual("Preview", await Rest(job));
        return await Read(job);
    }

    /// <summary>Waits until nobody works on it.</summary>
    private async Task<string> Rest(string job)
    {
        while (true)
        {
            var state = State().Match(await Read(job + "/status")).Groups[1].Value;
            if (state is "Preview" or "Done" or "Failed")
                return state;
            await Task.Delay(50, Token);
        }
    }

    private async Task<List<(string Field, string Header, string Read)>> Columns(string job) =>
        [.. Column().Matches(await Read(job)).Select(column => (column.Groups[2].Value, column.Groups[1].Value, Chosen().Match(column.Groups[3].Value).Groups[1].Value))];

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("\"state\":\"([A-Za-z]+)\"")]
    private static partial Regex State();

    [GeneratedRegex("""<th scope="row">([^<]*)</th>\s*<td>\s*<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>""", RegexOptions.Singleline)]
    private static partial Regex Column();

    [GeneratedRegex("""<option value="([^"]*)" selected""")]
    private static partial Regex Chosen();
}
