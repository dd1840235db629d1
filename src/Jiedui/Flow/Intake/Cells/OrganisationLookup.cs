using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Finds an organisation by its name, and adds it where it is new; who gives the delegate reports what was added.</summary>
/// <param name="name">The trimmed name as written.</param>
public delegate UnitRef OrganisationLookup(string name);
