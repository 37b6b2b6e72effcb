using System.Reflection;
using System.Runtime.CompilerServices;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.House;

/// <summary>What a service works with is said where it is wired: a default would hide that it was forgotten.</summary>
public class WiringTests
{
    static readonly Type[] _types =
    [
        .. HouseTests.Rooms.Select(room => room.Data).SelectMany(room => HouseTests.AssemblyOf(room).GetTypes())
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)),
    ];

    [Fact]
    public void A_service_asks_for_whatever_of_ours_it_works_with() => Assert.Empty(_types
        .Where(IsService).SelectMany(type => type.GetConstructors(Any)).SelectMany(Optional)
        .Where(parameter => IsOurs(TypeOf(parameter)) || IsForeignService(TypeOf(parameter))).Select(Named));

    [Fact]
    public void No_method_has_a_service_that_may_be_left_out() => Assert.Empty(_types
        .SelectMany(type => type.GetMethods(Any)).SelectMany(Optional)
        .Where(parameter => IsService(TypeOf(parameter)) || IsForeignService(TypeOf(parameter))).Select(Named));

    [Fact]
    public void Services_and_values_are_told_apart()
    {
        Assert.True(IsService(typeof(Kill)));
        Assert.False(IsService(typeof(Take)));
        Assert.False(IsService(typeof(DeskOptions)));
        Assert.True(IsForeignService(typeof(TimeProvider)));
    }

    const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    static IEnumerable<ParameterInfo> Optional(MethodBase method) =>
        method.GetParameters().Where(parameter => parameter.IsOptional);

    static Type TypeOf(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    static bool IsOurs(Type type) => _types.Contains(type);

    /// <summary>A class of ours that is no record: it does something.</summary>
    static bool IsService(Type type) => IsOurs(type) && type.IsClass && type.GetMethod("<Clone>$", Any) is null;

    static bool IsForeignService(Type type) => type == typeof(TimeProvider)
        || type.Namespace?.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) == true;

    static string Named(ParameterInfo parameter) =>
        $"{parameter.Member.DeclaringType?.Name}.{parameter.Member.Name}({parameter.Name})";
}
