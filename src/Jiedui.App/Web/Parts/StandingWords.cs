using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Web.Parts;

/// <summary>What the sides say, in the pages' words.</summary>
internal static class StandingWords
{
    public static string NameOf(Side side) => side switch { Side.Giver => "帮扶方", Side.Receiver => "受帮扶方" };

    public static string Of(Standing giver, Standing receiver, Words.Words words) => (giver, receiver) switch
    {
        (Standing.Disputed, Standing.Disputed) => words["双方都有异议"],
        (Standing.Disputed, _) => words["帮扶方有异议"],
        (_, Standing.Disputed) => words["受帮扶方有异议"],
        (Standing.Confirmed, Standing.Confirmed) => words["双方已确认"],
        (Standing.Silent, Standing.Silent) => words["双方均未确认"],
        _ => words["{0}，{1}", words[Half(giver, Side.Giver)], words[Half(receiver, Side.Receiver)]],
    };

    /// <summary>A choice of the grid; who speaks for a side reads of ours and theirs.</summary>
    public static string Of(StandingFilter standing, Side? own) => standing switch
    {
        StandingFilter.AwaitsGiver => own switch { Side.Giver => "待我方确认", Side.Receiver => "待对方确认", null => "待帮扶方确认" },
        StandingFilter.AwaitsReceiver => own switch { Side.Receiver => "待我方确认", Side.Giver => "待对方确认", null => "待受帮扶方确认" },
        StandingFilter.InReviewAtGiver => own switch { Side.Giver => "我方审核中", Side.Receiver => "对方审核中", null => "帮扶方审核中" },
        StandingFilter.InReviewAtReceiver => own switch { Side.Receiver => "我方审核中", Side.Giver => "对方审核中", null => "受帮扶方审核中" },
        StandingFilter.Disputed => "有异议",
        StandingFilter.ConfirmedByBoth => "双方已确认",
    };

    /// <summary>What a word came to, in the list of all words.</summary>
    public static string Of(SaidWord word) => (word.Kind, word.Standing) switch
    {
        (_, Standing.Disputed) => "提出异议",
        ("review", Standing.Confirmed) => "审核通过",
        ("review", _) => "审核通过，待帮扶办审核",
        (_, Standing.AwaitsUnit) => "确认，待单位审核",
        (_, Standing.AwaitsOffice) => "确认，待帮扶办审核",
        _ => "确认",
    };

    private static string Half(Standing standing, Side side) => standing switch
    {
        Standing.Confirmed => NameOf(side) + "已确认",
        Standing.AwaitsUnit or Standing.AwaitsOffice => NameOf(side) + "审核中",
        Standing.Silent or Standing.Disputed => "待" + NameOf(side) + "确认",
    };
}
