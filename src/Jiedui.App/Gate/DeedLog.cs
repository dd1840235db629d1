using Jiedui.Access.Auditing;

namespace Jiedui.App.Gate;

/// <summary>Takes what was done to the books over into the audit log, once it is done. What cannot be taken over now is with the next change: it takes nothing from what is stored.</summary>
internal sealed partial class DeedLog(AuditLog audit, ILogger<DeedLog> log)
{
    public void TakeOver(string place)
    {
        try
        {
            audit.TakeOver(place);
        }
        catch (Exception fault)
        {
            NotYet(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "A change is in the books, but not in the audit log yet")]
    private partial void NotYet(Exception fault);
}
