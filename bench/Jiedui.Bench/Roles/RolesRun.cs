using System.Diagnostics;
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

    public static async Task<Section> Go()
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
        return new Section(
            "roles", "The same page for every role",
            $"The case's books, one server, {Rounds} rounds in which the roles take turns; seen by the client, page whole; the sign-in is form, password and session. The administrators see no books (三员分立), so lists and figures are held against the office's, which sees all of them.",
            [.. times.OrderBy(pair => pair.Key.Task == SignIn ? 0 : 1).ThenBy(pair => pair.Key.Task, StringComparer.Ordinal).ThenBy(pair => pair.Key.Role).Select(pair => LineOf(pair.Key.Role, pair.Key.Task, times))]);
    }

    private static Line LineOf(Role role, string task, Dictionary<(Role Role, string Task), List<double>> times)
    {
        var against = task == SignIn ? Role.SystemAdministrator : Role.Office;
        var peer = new Line("", "", times[(against, task)], "s").Median * 1000;
        return new Line("the case", $"{task}, {RoleWords.Chinese(role)}", [.. times[(role, task)].Select(seconds => seconds * 1000)], "ms") { Against = [(peer, RoleWords.Chinese(against))], Goal = "≤ 1.3×" };
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
}
