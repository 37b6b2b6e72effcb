using Writethru.Tests.House.Bodies;

namespace Writethru.Tests.House.Shapes;

/// <summary>
/// Uses <see cref="Body"/> in the body of a method alone, and there inside of what the compiler makes a type of.
/// </summary>
sealed class Shape
{
    public static IEnumerable<int> Count()
    {
        yield return Body.Number;
    }
}
