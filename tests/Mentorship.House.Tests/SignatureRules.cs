using System.Reflection;

namespace Mentorship.House.Tests;

/// <summary>What a type shows to others.</summary>
public static class SignatureRules
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>A type of a forbidden assembly in a signature that others can see.</summary>
    public static IEnumerable<string> Shows(IEnumerable<Type> types, Func<string, bool> isForbidden) =>
        from type in types
        from shown in SignatureTypes(type).SelectMany(Unwrap).Distinct()
        where isForbidden(shown.Assembly.GetName().Name!)
        select $"{type.FullName} shows {shown.FullName}";

    /// <summary>A class that asks for more than six things to do its work; records are values and may hold more.</summary>
    public static IEnumerable<string> AsksForMuch(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is null && !typeof(Delegate).IsAssignableFrom(type)
        let most = type.GetConstructors(Visible).Select(constructor => constructor.GetParameters().Length).DefaultIfEmpty().Max()
        where most > 6 && !type.Name.Contains('<', StringComparison.Ordinal)
        select $"{type.FullName} asks for {most} things, at most 6";

    private static IEnumerable<Type> SignatureTypes(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (Type face in type.GetInterfaces()) yield return face;
        foreach (FieldInfo field in type.GetFields(Visible).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)) yield return field.FieldType;
        foreach (MethodBase method in type.GetMethods(Visible).Cast<MethodBase>().Concat(type.GetConstructors(Visible)))
        {
            if (!(method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)) continue;
            foreach (ParameterInfo parameter in method.GetParameters()) yield return parameter.ParameterType;
            if (method is MethodInfo { ReturnType: { } result }) yield return result;
        }
    }

    private static IEnumerable<Type> Unwrap(Type type)
    {
        if (type.HasElementType) return Unwrap(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
