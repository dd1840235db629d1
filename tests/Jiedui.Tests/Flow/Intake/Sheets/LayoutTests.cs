namespace Jiedui.Tests.Flow.Intake.Sheets;

public class LayoutTests
{
    private const string Fairs = "时间|活动名称|形式|主办单位|进场人数\n2020.6.18|招聘会|现场招聘会|人社局|n:860";

    [Fact]
    public void Header_in_the_first_row()
    {
        var reading = Reading.Of(Fairs);
        Assert.Equal("labour.fairs", reading.Layout.Ledger?.Code);
        Assert.Equal((1, 1), reading.Layout.HeaderRows);
        Assert.Equal("日期 活动名称 形式 主办单位 进场人数", reading.Columns);
        Assert.Single(reading.Good);
    }

    [Fact]
    public void Header_of_two_rows_merged_across_and_down_below_title_and_unit()
    {
        var reading = Reading.Of(
            "2020年产业项目表\n单位：万元\n\n序号|名称|年度|实施地点|产业类别|资金||实施单位|状态\n|||||总投资|其中：对口帮扶资金\nn:1|产业园|n:2020|茶房社区|食用菌|n:1200|n:500|农业农村局|运营",
            "A1:I1", "A2:I2", "F4:G4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "H4:H5", "I4:I5");
        Assert.Equal("industry.projects", reading.Layout.Ledger?.Code);
        Assert.Equal((4, 5), reading.Layout.HeaderRows);
        Assert.Equal("# 项目名称 年度 建设地点 产业类别 总投资 帮扶资金 实施单位 状态", reading.Columns);
        Assert.Equal("资金/其中：对口帮扶资金", reading.Layout.Columns[6].Header);
        Assert.Equal("1 Title, 2 Unit, 4 Header, 5 Header", reading.Reasons);
        Assert.Equal(Measures.Amount.Exactly(500_0000_00), reading.Value(6, "帮扶资金"));
    }

    [Fact]
    public void Header_of_three_rows()
    {
        var reading = Reading.Of(
            "采购方|供货方|签约情况||\n||时间|资金|\n||签订日期|协议金额（万元）|备注\n某公司|某企业|2020年8月28日|400万元|无",
            "A1:A3", "B1:B3", "C1:E1");
        Assert.Equal("consumption.contracts", reading.Layout.Ledger?.Code);
        Assert.Equal((1, 3), reading.Layout.HeaderRows);
        Assert.Single(reading.Good);
    }

    [Fact]
    public void Headers_padded_broken_and_with_units()
    {
        var reading = Reading.Of("　采　购　方 |供货\\n方|*签订日期|协议金额 ( 万元 )|单位没听过的列\n某公司|某企业|2020.8.28|n:300|甲");
        Assert.Equal("consumption.contracts", reading.Layout.Ledger?.Code);
        Assert.Equal("采购方 供货方 签订日期 金额 ?", reading.Columns);
        Assert.Equal("万元", reading.Layout.Columns[3].Unit);
        Assert.Equal(Measures.Amount.Exactly(300_0000_00), reading.Value(2, "金额"));
    }

    [Fact]
    public void Unknown_columns_are_kept_and_listed_once()
    {
        var reading = Reading.Of(Fairs.Replace("|进场人数", "|摊位费", StringComparison.Ordinal));
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("sheet.unknown-columns", "E1"), (finding.Code, finding.Cell));
        Assert.Equal("860", reading.Rows[0].Row.Extras["摊位费"]);
    }

    [Fact]
    public void What_stands_under_no_header_is_kept_and_listed()
    {
        var reading = Reading.Of(Fairs + "||多出来的");
        Assert.Equal("多出来的", reading.Rows[0].Row.Extras["G列（无表头）"]);
        Assert.Contains("G列", Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lacking_required_column_is_named()
    {
        var reading = Reading.Of(Fairs.Replace("主办单位", "办事的", StringComparison.Ordinal));
        Assert.Null(reading.Layout.Ledger);
        Assert.Equal("labour.fairs", reading.Layout.Resembles?.Code);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("sheet.missing-column", "主办单位"), (finding.Code, finding.Column));
        Assert.Contains("办事的", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal("1 Unread, 2 Unread", reading.Reasons);
    }

    [Fact]
    public void Two_ledgers_that_fit_alike_are_asked_about_and_a_named_one_wins()
    {
        var sheet = new SheetOf("Sheet1", "日期|名称\n2020.5.1|一件事");
        var reading = Reading.Of(sheet);
        Assert.Null(reading.Layout.Ledger);
        Assert.Equal("sheet.ambiguous", reading.Codes);
        Assert.Contains("--ledger culture.promotions", reading.Findings[0].Remedy, StringComparison.Ordinal);
        Assert.Equal("culture.promotions", Reading.Of(sheet, "culture.promotions").Layout.Ledger?.Code);
        Assert.Equal("culture.promotions", Reading.Of(new SheetOf("文旅推介", "日期|名称\n2020.5.1|一件事")).Layout.Ledger?.Code);
    }

    [Fact]
    public void A_sheet_of_no_ledger_is_unknown_and_an_empty_one_only_told()
    {
        Assert.Equal("sheet.unknown", Reading.Of("甲|乙|丙\n1|2|3").Codes);
        Assert.Equal("sheet.empty", Reading.Of("").Codes);
    }

    [Fact]
    public void A_remembered_mapping_wins()
    {
        var sheet = new SheetOf("Sheet1", "时间|搞了啥|形式|主办单位|地点\n2020.6.18|招聘会|现场招聘会|人社局|县城");
        var reading = Reading.Of(sheet, remembered: new Dictionary<string, string> { ["搞了啥"] = "活动名称", ["地点"] = "" });
        Assert.Equal("日期 活动名称 形式 主办单位 ?", reading.Columns);
        Assert.Single(reading.Good);
    }

    [Fact]
    public void Of_two_headers_for_one_column_the_exact_one_is_taken()
    {
        var reading = Reading.Of("时间|日期|活动名称|形式|主办单位\n上午|2020.6.18|招聘会|现场招聘会|人社局");
        Assert.Equal("? 日期 活动名称 形式 主办单位", reading.Columns);
        Assert.Equal(("column.twice", Declaring.Severity.Warns), (reading.Findings[0].Code, reading.Findings[0].Severity));
        Assert.Equal("上午", reading.Rows[0].Row.Extras["时间"]);
    }

    private const string Projects = "序号|项目名称|年度|建设地点|产业类别|实施单位|总投资|帮扶资金|状态";
    private const string Project = "n:1|产业园|n:2020|茶房社区|食用菌|农业农村局|n:500|n:400|运营";

    /// <summary>Wherever a sheet says 万元, its sums are ten thousand times what is written; missing it would be silent.</summary>
    [Theory]
    [InlineData($"基本信息||||||资金（万元）||进度\n{Projects}\n{Project}", "A1:F1", "G1:H1")]
    [InlineData($"基本信息||||||资金（万元）||进度\n{Projects}\n{Project}")]
    [InlineData($"||||||资金（万元）\n{Projects}\n{Project}", "G1:H1")]
    [InlineData($"序号|基本信息|||||资金（单位：万元）||进度\n|项目名称|年度|建设地点|产业类别|实施单位|总投资|帮扶资金|状态\n{Project}", "A1:A2", "B1:F1", "G1:H1")]
    [InlineData($"{Projects}\n||||||万元|万元\n{Project}")]
    [InlineData($"{Projects}\n||||||（万元）|（万元）\n{Project}")]
    [InlineData($"项目表||||||单位：万元\n{Projects}\n{Project}", "A1:F1", "G1:I1")]
    [InlineData($"项目表\n||||||||金额单位：人民币万元\n{Projects}\n{Project}")]
    [InlineData($"项目表\n||||||||（万元）\n{Projects}\n{Project}")]
    [InlineData($"项目表\n|||||||单位：|万元\n{Projects}\n{Project}")]
    [InlineData($"项目表（万元）\n{Projects}\n{Project}", "A1:I1")]
    [InlineData($"{Projects}\n{Project}\n单位：万元")]
    [InlineData($"序号|项目名称|年度|建设地点|产业类别|实施单位|总投资（人民币万元）|帮扶资金（单位：人民币万元）|状态\n{Project}")]
    public void The_unit_is_found_wherever_it_stands(string lines, params string[] merges)
    {
        var reading = Reading.Of(lines, merges);
        Assert.Equal("# 项目名称 年度 建设地点 产业类别 实施单位 总投资 帮扶资金 状态", reading.Columns);
        var row = Assert.Single(reading.Good);
        Assert.Equal(Measures.Amount.Exactly(400_0000_00), reading.Value(row.Number, "帮扶资金"));
    }

    [Fact]
    public void A_groups_unit_holds_for_the_columns_that_it_fits()
    {
        var reading = Reading.Of("项目|||资金（万元）||\n项目名称|年度|建设地点|帮扶资金|约定分红比例|产业类别|实施单位|状态\n产业园|n:2020|茶房社区|n:400|6%|食用菌|农业农村局|运营", "A1:C1", "D1:E1");
        Assert.Equal("万元", reading.Layout.Columns[3].Unit);
        Assert.Equal("", reading.Layout.Columns[4].Unit);
        Assert.Single(reading.Good);
    }

    [Fact]
    public void A_serial_number_merged_down_three_rows_stays_one()
    {
        var reading = Reading.Of(
            "序号|基本信息|||||资金||进度\n|项目名称|年度|建设地点|产业类别|实施单位|总投资|其中|\n|||||||帮扶资金|状态\n" + Project,
            "A1:A3", "B1:F1", "G1:H1", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3");
        Assert.Equal((1, 3), reading.Layout.HeaderRows);
        Assert.Equal("# 项目名称 年度 建设地点 产业类别 实施单位 总投资 帮扶资金 状态", reading.Columns);
        Assert.Empty(reading.Rows[0].Row.Extras);
    }

    [Fact]
    public void A_unit_too_far_down_to_be_applied_is_told()
    {
        var lines = string.Join('\n', Enumerable.Repeat(Project, 70));
        var finding = Assert.Single(Reading.Of($"{Projects}\n{lines}\n单位：万元").Findings);
        Assert.Equal(("sheet.unit-late", "A72"), (finding.Code, finding.Cell));
    }
}
