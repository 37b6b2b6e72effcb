namespace Writethru.Desk;

/// <summary>Whose way of labelling the takes of a story a house follows.</summary>
public enum HouseStyle
{
    /// <summary>No labels of our own.</summary>
    None,

    /// <summary><c>URGENT</c>, <c>LEAD</c>, <c>2nd LD</c>, <c>CORRECTION</c>.</summary>
    Yonhap,

    /// <summary><c>1st Ld</c>, <c>2nd Ld-Writethru</c>, <c>CORRECTION</c>.</summary>
    Ap,

    /// <summary><c>UPDATE 2-</c>, <c>CORRECTED-</c>, <c>REFILE-</c>, before the headline.</summary>
    Reuters,

    /// <summary><c>1st LEAD</c>, <c>2nd LEAD</c>, <c>CORRECTION</c>.</summary>
    Afp,

    /// <summary><c>1. Zusammenfassung</c>, <c>BERICHTIGUNG</c>.</summary>
    Dpa,
}
