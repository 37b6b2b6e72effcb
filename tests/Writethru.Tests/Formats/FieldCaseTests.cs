namespace Writethru.Tests.Formats;

/// <summary>
/// The cases that were tried against faults which real users met elsewhere, each held to the value that is right. They
/// lie beside a developer's clone; without them the tests skip themselves.
/// </summary>
public partial class FieldCaseTests;
