using Writethru.Tests.House.Shapes;

namespace Writethru.Tests.House.Bodies;

/// <summary>Has a <see cref="Shape"/> in its own shape: the way back.</summary>
static class Body
{
    public static Shape? Kept => null;

    public static int Number => Environment.ProcessId;
}
