namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>A file's characters one after another, with a bounded look ahead and the number of the line.</summary>
/// <param name="text">The decoded file.</param>
internal sealed class OfxCharacters(TextReader text)
{
    /// <summary>Characters that may be looked at before they are taken.</summary>
    public const int LookAhead = 1024;

    private readonly char[] _buffer = new char[4 * LookAhead];
    private int _start;
    private int _end;
    private bool _isLastRead;
    private bool _followsReturn;

    /// <summary>Line of the next character, from 1. Lines end with LF, CR LF or CR.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Characters looked at or taken so far: the work that reading cost.</summary>
    public long Work { get; private set; }

    /// <summary>A character ahead, 0 being the next one; -1 behind the end.</summary>
    public int Peek(int ahead = 0)
    {
        Work++;
        if (_start + ahead >= _end)
        {
            Fill();
        }

        return _start + ahead < _end ? _buffer[_start + ahead] : -1;
    }

    /// <summary>Takes characters that were looked at.</summary>
    public void Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var character = _buffer[_start++];
            if (character == '\r' || (character == '\n' && !_followsReturn))
            {
                Line++;
            }

            _followsReturn = character == '\r';
        }

        Work += count;
    }

    /// <summary>Whether the text goes on like this.</summary>
    public bool StartsWith(string expected, StringComparison comparison = StringComparison.Ordinal)
    {
        Peek(expected.Length - 1);
        return _end - _start >= expected.Length && _buffer.AsSpan(_start, expected.Length).Equals(expected, comparison);
    }

    private void Fill()
    {
        while (!_isLastRead && _end - _start < LookAhead)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            var count = text.Read(_buffer, _end, _buffer.Length - _end);
            _isLastRead = count == 0;
            _end += count;
        }
    }
}
