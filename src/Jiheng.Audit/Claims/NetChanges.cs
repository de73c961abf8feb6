using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>A change and, behind a colon or 其中, the changes that it nets: '净增25个：甲增加4个，乙增加23个，丙减少2个'.</summary>
internal sealed class NetChanges(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such list.</summary>
    public void Find()
    {
        foreach (var whole in _frame.Mentions)
        {
            if (whole.Role != Role.Change || whole.Sign == 0 || !whole.Figure.Unit.IsAdditive || whole.Index + 2 >= _frame.Mentions.Count || claims.IsComputed(whole)) continue;
            if (_frame.Mentions[whole.Index + 1].Break != Break.Colon && !_frame.Mentions[whole.Index + 1].Says(Cues.Parts)) continue;
            var parts = new List<Mention>();
            for (var i = whole.Index + 1; i < _frame.Mentions.Count && _frame.Mentions[i].Sentence == whole.Sentence && parts.Count < 16; i++)
            {
                var part = _frame.Mentions[i];
                if (part.Role != Role.Change || part.Sign == 0 || !part.Figure.Unit.Fits(whole.Figure.Unit)) break;
                parts.Add(part);
            }
            if (parts.Count < 2) continue;
            var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, p.Sign * whole.Sign)));
            if (outcome.Holds) claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome, signed: true));
        }
    }
}
