using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>消费帮扶.</summary>
public static class ConsumptionField
{
    public static readonly Field Field = new("consumption", "消费帮扶", FieldGroup.Drivers)
    {
        Ledgers = [Suppliers.Ledger, Products.Ledger, Outlets.Ledger, Events.Ledger, Contracts.Ledger, Sales.Ledger, Initiatives.Ledger],
        Indicators = ConsumptionIndicators.All,
        Section = ConsumptionSection.Section,
        Card = ConsumptionSection.Card,
    };
}
