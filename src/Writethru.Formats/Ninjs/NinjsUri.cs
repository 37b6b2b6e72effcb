namespace Writethru.Formats.Ninjs;

/// <summary>What the schemas of 2.1 and later take for a URI (RFC 3986), or a little less: no IPv6, no user.</summary>
static class NinjsUri
{
    const string Marks = "-._~!$&'()*+,;=:@/?%";

    /// <summary>Whether the text is one.</summary>
    public static bool IsUri(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon + 1 == text.Length || !char.IsAsciiLetter(text[0])
            || !text.AsSpan(0, colon).ToString().All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
            return false;
        var rest = text.AsSpan(colon + 1);
        return (!rest.StartsWith("//", StringComparison.Ordinal) || IsAuthority(rest[2..])) && AreAllowed(rest);
    }

    static bool IsAuthority(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        var port = authority.IndexOf(':');
        return !authority.Contains('@')
            && (port < 0 || authority[(port + 1)..].IndexOfAnyExceptInRange('0', '9') < 0);
    }

    static bool AreAllowed(ReadOnlySpan<char> text)
    {
        var fragments = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '#' && ++fragments > 1)
                return false;
            if (c == '%' && (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1])
                || !char.IsAsciiHexDigit(text[i + 2])))
                return false;
            if (c != '#' && !char.IsAsciiLetterOrDigit(c) && !Marks.Contains(c, StringComparison.Ordinal))
                return false;
        }
        return true;
    }
}
