// Writes a migration into src/Jiheng.Storage/Migrations for SQLite and for PostgreSQL; run from the repo's root:
//   dotnet run --project tools/Jiheng.Migrations NAME
using Jiheng.Storage;
using Jiheng.Storage.Postgres;
using Jiheng.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/Jiheng.Migrations NAME");
    return 2;
}

var project = Path.GetFullPath(Path.Combine("src", "Jiheng.Storage"));
Scaffold(new SqliteJihengDb(SqliteJihengDb.OptionsFor("none.db").Options), "Sqlite");
Scaffold(new PostgresJihengDb(PostgresJihengDb.OptionsFor("Host=none").Options), "Postgres");
return 0;

void Scaffold(JihengDb context, string provider)
{
    using (context)
    {
        var assembly = context.GetType().Assembly;
        var services = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(null), []).Build(context);
        using var scope = services.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "Jiheng.Storage", $"Migrations.{provider}");
        var files = scaffolder.Save(project, migration, Path.Combine(project, "Migrations", provider), dryRun: false);
        Console.WriteLine(files.MigrationFile);
    }
}
