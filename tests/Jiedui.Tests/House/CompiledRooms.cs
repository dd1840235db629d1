using System.Reflection;
using System.Reflection.Emit;

namespace Jiedui.Tests.House;

/// <summary>The types that compiled code really uses, named in the source or not: signatures, fields, bases, attributes, locals and every token of every body.</summary>
public static class CompiledRooms
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> OpCodes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<string> Faults(RoomTable table, Assembly assembly) =>
        from type in assembly.GetTypes()
        let room = table.RoomOf(SpaceOf(type))
        where room is not null
        from used in UsedBy(type).SelectMany(Parts).Distinct()
        let other = table.RoomOf(SpaceOf(used))
        where other is not null && !table.MayUse(room, other)
        select $"{type}: {room} uses {used}";

    /// <summary>Top-level statements stand in no namespace and count as their assembly's; what the compiler adds for itself is in no room.</summary>
    private static string SpaceOf(Type type) =>
        type.DeclaringType is { } outer ? SpaceOf(outer) : type.Namespace ?? (type.Name[0] == '<' ? "" : type.Assembly.GetName().Name!);

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<Type> UsedBy(Type type)
    {
        var used = new List<Type>(type.GetInterfaces());
        used.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        if (type.BaseType is { } parent)
            used.Add(parent);
        used.AddRange(type.GetFields(Own).Select(field => field.FieldType));
        foreach (var method in type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)))
        {
            used.AddRange(TypesOf(method));
            used.AddRange(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            used.AddRange(Tokens(method).SelectMany(token => Resolve(method, token)));
        }
        return used;
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodBase method =>
        [
            .. method.DeclaringType is { } owner ? (Type[])[owner] : [], .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method is MethodInfo { ReturnType: { } result } ? (Type[])[result] : [], .. method.IsGenericMethod ? method.GetGenericArguments() : [],
        ],
        _ => [],
    };

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var onType = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        return TypesOf(method.Module.ResolveMember(token, onType, method.IsGenericMethod ? method.GetGenericArguments() : null)!);
    }

    private static IEnumerable<int> Tokens(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodes[code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(code, at);
            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
