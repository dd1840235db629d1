namespace Jiedui.Storage.Engines;

/// <summary>The parts of an installation. They are written independently of each other, so that a long import keeps nobody from signing in.</summary>
internal enum Part
{
    /// <summary>What is known of the work.</summary>
    Books,

    /// <summary>Accounts, keys and the audit log.</summary>
    Access,

    /// <summary>What is only passing through, and in no backup: jobs and what they work on, and the keys of forms.</summary>
    Jobs,
}
