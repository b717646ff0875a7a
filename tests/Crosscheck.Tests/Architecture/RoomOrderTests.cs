using System.Reflection;
using Crosscheck.Text;
using Xunit;

namespace Crosscheck.Tests.Architecture;

/// <summary>Data flows one way: a room may use only rooms before it. The order is ARCHITECTURE.md's.</summary>
public sealed class RoomOrderTests
{
    private static readonly string[] Rooms =
    [
        "Text", "Diagnostics", "Learning", "Language", "Articles", "Names", "Times", "Attributions", "Quantities", "Events",
        "Actors", "Analysis", "Stories", "Claims", "Reports",
    ];

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_type_lives_in_a_known_room()
    {
        var strangers = LibraryTypes().Where(t => RoomOf(t) is null).Select(t => t.FullName);
        Assert.Empty(strangers);
    }

    [Fact]
    public void No_room_uses_a_later_one()
    {
        var wrong =
            from type in LibraryTypes()
            let room = Array.IndexOf(Rooms, RoomOf(type))
            from used in UsedBy(type)
            let other = Array.IndexOf(Rooms, RoomOf(used))
            where other > room
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(wrong.Distinct().Order());
    }

    private static IEnumerable<Type> LibraryTypes() =>
        typeof(TextSpan).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Crosscheck", StringComparison.Ordinal) == true && !t.Name.StartsWith('<'));

    private static string? RoomOf(Type type)
    {
        var parts = type.Namespace?.Split('.');
        return parts is ["Crosscheck", var room, ..] && Rooms.Contains(room) ? room : null;
    }

    /// <summary>Types in a type's signatures, fields, locals and in the methods and constructors that its code calls.</summary>
    private static IEnumerable<Type> UsedBy(Type type)
    {
        var found = new HashSet<Type>();
        void Add(Type? t)
        {
            if (t is null) return;
            if (t.HasElementType) Add(t.GetElementType());
            foreach (var argument in t.IsGenericType ? t.GetGenericArguments() : []) Add(argument);
            if (t.Assembly == typeof(TextSpan).Assembly) found.Add(t);
        }

        Add(type.BaseType);
        foreach (var i in type.GetInterfaces()) Add(i);
        foreach (var field in type.GetFields(All)) Add(field.FieldType);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var returned }) Add(returned);
            foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) Add(local.LocalType);
            foreach (var called in CalledFrom(type.Module, method, body.GetILAsByteArray()!)) Add(called.DeclaringType);
        }

        return found;
    }

    /// <summary>Every token in the code that resolves to a method or field; a byte pattern that only looks like one resolves to nothing here.</summary>
    private static IEnumerable<MemberInfo> CalledFrom(Module module, MethodBase method, byte[] code)
    {
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is not (0x28 or 0x6F or 0x73 or 0x7B or 0x7E)) continue;
            var token = BitConverter.ToInt32(code, i + 1);
            if ((token >> 24) is not (0x06 or 0x0A or 0x04 or 0x2B)) continue;
            MemberInfo? member = null;
            try
            {
                member = module.ResolveMember(
                    token,
                    method.DeclaringType is { IsGenericType: true } t ? t.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null);
            }
            catch (Exception e) when (e is ArgumentException or BadImageFormatException or MissingMemberException)
            {
                continue;
            }

            if (member is not null) yield return member;
        }
    }
}
