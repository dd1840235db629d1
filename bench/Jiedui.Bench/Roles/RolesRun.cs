using System.Diagnostics;
using System.Globalization;
using System.Text;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Bench.Results;

namespace Jiedui.Bench.Roles;

/// <summary>
/// How long the sign-in, a list and a figure's page take for each role, against the role that sees everything. The roles take turns within each round, so
/// that what else the machine does falls on all of them.
/// </summary>
internal static class RolesRun
{
    private const int Rounds = 60;
    private const int WarmRounds = 5;

    private static readonly string[] Pages = ["/ledgers/labour.workers", "/indicators/labour.surveyed"];

    public static async Task<int> Go()
    {
        await using var site = await CaseSite.Open();
        var times = CaseSite.Roles.SelectMany(role => Tasks(role).Select(task => (Role: role, Task: task))).ToDictionary(pair => pair, _ => new List<double>());
        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var role in CaseSite.Roles)
            {
                using var person = site.Person(role);
                foreach (var task in Tasks(role))
                {
                    var seconds = await Seconds(() => task == SignIn ? person.SignIn() : person.Open(task));
                    if (round >= WarmRounds)
                        times[(role, task)].Add(seconds);
                }
            }
        }
        var text = Text(times);
        Console.WriteLine(text);
        await File.WriteAllTextAsync(Path.Combine(Repository.Root, "bench", "roles.md"), text);
        return 0;
    }

    private const string SignIn = "sign-in";

    /// <summary>The three administrators see no books.</summary>
    private static IEnumerable<string> Tasks(Role role) => Policy.ActsOf(role).Contains(Act.SeeRecords) ? [SignIn, .. Pages] : [SignIn];

    private static async Task<double> Seconds(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }

    private static string Text(Dictionary<(Role Role, string Task), List<double>> times)
    {
        var text = new StringBuilder();
        text.Append("# Bench: the same page for every role\n\nWritten by `dotnet run -c Release --project bench/Jiedui.Bench -- roles`: the case's books, one server, ");
        text.Append(CultureInfo.InvariantCulture, $"{Rounds} rounds in which the roles take turns. Medians in milliseconds, seen by the client, page whole; the sign-in is form, password and session.\n\n");
        text.Append(Machine.Line()).Append("\n\n");
        text.Append("The sign-in is held against the system administrator's. He sees no books (三员分立), so lists and figures are held against the office's, which sees all of them.\n\n");
        text.Append("| page | role | median ms | 95th percentile ms | ratio |\n|:--|:--|--:|--:|--:|\n");
        foreach (var ((role, task), seconds) in times.OrderBy(pair => pair.Key.Task == SignIn ? 0 : 1).ThenBy(pair => pair.Key.Task, StringComparer.Ordinal).ThenBy(pair => pair.Key.Role))
        {
            var against = times[(task == SignIn ? Role.SystemAdministrator : Role.Office, task)];
            text.Append(CultureInfo.InvariantCulture, $"| {task} | {RoleWords.Chinese(role)} | {At(seconds, 0.5) * 1000:0.00} | {At(seconds, 0.95) * 1000:0.00} | {At(seconds, 0.5) / At(against, 0.5):0.00} |\n");
        }
        return text.ToString();
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));
}
