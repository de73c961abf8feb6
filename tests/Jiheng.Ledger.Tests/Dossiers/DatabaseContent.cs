using System.Text;
using Jiheng.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Tests.Dossiers;

/// <summary>Every row of every table as text, for 'the database is as it was'.</summary>
internal static class DatabaseContent
{
    public static async Task<string> OfAsync(JihengDb db)
    {
        var text = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            List<string> rows = [];
            while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            text.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }
        await db.Database.CloseConnectionAsync();
        return text.ToString();
    }
}
