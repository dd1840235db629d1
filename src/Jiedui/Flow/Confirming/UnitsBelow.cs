namespace Jiedui.Flow.Confirming;

/// <summary>What concerns a unit or one below it, in SQL over a ledger's table as <c>t</c>; the unit is <c>@within</c>.</summary>
internal static class UnitsBelow
{
    public static string Sql(long? within) => within is null ? "1 = 1" :
        """
        t.parties IN (SELECT pu.parties FROM parties_unit pu WHERE pu.partnership = t.partnership AND pu.unit IN (
            WITH RECURSIVE below(id) AS (SELECT @within UNION SELECT u.id FROM unit u JOIN below b ON u.parent = b.id WHERE u.partnership = @partnership)
            SELECT id FROM below))
        """;
}
