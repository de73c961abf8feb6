using System.Collections;

namespace Jiheng.Audit.Frames;

/// <summary>The mentions before one, nearest first. Readers walk back from nearly every mention, so a loop over it allocates nothing.</summary>
/// <param name="mentions">All mentions.</param>
/// <param name="from">Index of the first that is given.</param>
/// <param name="to">Least index.</param>
/// <param name="paragraph">Earliest paragraph.</param>
internal readonly struct Backward(List<Mention> mentions, int from, int to, int paragraph) : IEnumerable<Mention>
{
    /// <summary>Begins the walk.</summary>
    public Enumerator GetEnumerator() => new(mentions, from, to, paragraph);

    IEnumerator<Mention> IEnumerable<Mention>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One walk.</summary>
    internal struct Enumerator(List<Mention> mentions, int from, int to, int paragraph) : IEnumerator<Mention>
    {
        private int _at = from + 1;

        /// <inheritdoc/>
        public readonly Mention Current => mentions[_at];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => --_at >= to && mentions[_at].Paragraph >= paragraph;

        /// <inheritdoc/>
        public void Reset() => _at = from + 1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
