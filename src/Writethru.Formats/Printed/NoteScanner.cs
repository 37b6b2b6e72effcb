using System.Text;

namespace Writethru.Formats.Printed;

/// <summary>Finds where a note to editors ends, looking at every character once.</summary>
/// <remarks>
/// A parenthesis ends where it closes; <c>///</c> and <c>ATTENTION -</c> end at the next <c>///</c>; any other note
/// ends with its line, or before a token that sets the line of a teleprinter (<see cref="Routing.IsToken"/>).
/// </remarks>
sealed class NoteScanner
{
    readonly StringBuilder _text = new();
    readonly bool _isBracket;
    readonly bool _isSlashed;
    int _depth;
    int _end = -1;

    public NoteScanner(string opening)
    {
        _isBracket = opening[0] == '(';
        _isSlashed = opening.StartsWith("///", StringComparison.Ordinal)
            || opening.StartsWith("ATTENTION -", StringComparison.Ordinal);
        Add(opening, _isSlashed ? 3 : 0);
    }

    public bool IsClosed => _end >= 0;

    public int Length => _text.Length;

    /// <summary>The note; all that was read when it is not closed.</summary>
    public string Text => IsClosed ? _text.ToString(0, _end) : _text.ToString();

    /// <summary>What stands behind the note on its last line.</summary>
    public string Rest => IsClosed ? _text.ToString(_end, _text.Length - _end).Trim() : "";

    /// <summary>Reads one more line.</summary>
    public void Append(string line)
    {
        _text.Append(' ');
        Add(line, 0);
    }

    void Add(string line, int from)
    {
        var start = _text.Length;
        _text.Append(line);
        if (_isBracket)
        {
            for (var i = from; i < line.Length && _end < 0; i++)
            {
                _depth += line[i] == '(' ? 1 : line[i] == ')' ? -1 : 0;
                if (_depth == 0)
                    _end = start + i + 1;
            }
        }
        else if (_isSlashed)
        {
            var end = line.IndexOf("///", from, StringComparison.Ordinal);
            _end = end < 0 ? -1 : start + end + 3;
        }
        else
        {
            _end = start + Routing.TokenIn(line);
        }
    }
}
