using System.Reflection;
using System.Reflection.Emit;

namespace Writethru.Tests.House;

/// <summary>
/// What the types of an assembly use of one another, read from what was compiled: shapes, attributes and the bodies of
/// methods. A nested type, one that the compiler made too, counts as the type that it lies in. Constants are not seen:
/// the compiler writes their values.
/// </summary>
static class TypeUses
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<int, OpCode> _opCodes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Each use once, within the assembly.</summary>
    public static IEnumerable<(Type From, Type To)> Within(Assembly assembly) => Of(assembly.GetTypes())
        .Where(use => use.To.Assembly == assembly);

    public static IEnumerable<(Type From, Type To)> Of(IEnumerable<Type> types) => types
        .SelectMany(type => UsedBy(type).SelectMany(Parts).Select(used => (From: Outermost(type), To: Outermost(used))))
        .Where(use => use.From != use.To)
        .Distinct();

    static IEnumerable<Type> UsedBy(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. Constraints(type.GetGenericArguments()),
        .. Attributes(type),
        .. type.GetFields(Declared).SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.GetProperties(Declared).SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.GetMethods(Declared).SelectMany(method => Signature(method)
            .Concat(Constraints(method.GetGenericArguments()))
            .Append(method.ReturnType)),
        .. type.GetConstructors(Declared).SelectMany(Signature),
    ];

    static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. Attributes(method),
        .. method.GetParameters().SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
        .. method.GetMethodBody() is { } body ? InBody(method, body) : [],
    ];

    static IEnumerable<Type> Constraints(Type[] arguments) => arguments
        .Where(argument => argument.IsGenericParameter)
        .SelectMany(argument => argument.GetGenericParameterConstraints());

    static IEnumerable<Type> Attributes(ICustomAttributeProvider member) => (member switch
    {
        MemberInfo declared => declared.GetCustomAttributesData(),
        ParameterInfo parameter => parameter.GetCustomAttributesData(),
        _ => [],
    }).SelectMany(attribute => attribute.ConstructorArguments
        .Concat(attribute.NamedArguments.Select(named => named.TypedValue))
        .SelectMany(argument =>
            argument.Value is Type named ? [argument.ArgumentType, named] : new[] { argument.ArgumentType })
        .Append(attribute.AttributeType));

    static IEnumerable<Type> InBody(MethodBase method, MethodBody body) =>
    [
        .. body.LocalVariables.Select(local => local.LocalType),
        .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType!),
        .. Tokens(body.GetILAsByteArray()!).SelectMany(token => Named(method, token)),
    ];

    /// <summary>The tokens of types and members in the order of the instructions.</summary>
    static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? _opCodes[0xFE00 | il[at + 1]] : _opCodes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    static IEnumerable<Type> Named(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token, method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null)!;
        return member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo called =>
                [called.DeclaringType!, called.ReturnType, .. Parameters(called), .. called.GetGenericArguments()],
            ConstructorInfo called => [called.DeclaringType!, .. Parameters(called)],
            _ => [],
        };
    }

    static IEnumerable<Type> Parameters(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    /// <summary>The types that a type is put together of: a list of takes is a list, and takes.</summary>
    static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericParameter ? []
        : type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsFunctionPointer ? [.. Parts(type.GetFunctionPointerReturnType())]
        : type.IsConstructedGenericType
            ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
