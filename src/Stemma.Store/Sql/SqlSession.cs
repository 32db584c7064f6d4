using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Stemma.Store;

/// <summary>One connection, in a transaction or not, with the few shapes of call that the store needs.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    /// <summary>Commands of this session by their text: a batch says the same few dozen over and over, and compiling each costs SQLite more than running it.</summary>
    /// <remarks>For SQLite alone. Npgsql prepares by itself what it hears often, and from then on a command that is used again with new parameters sends the old ones.</remarks>
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private readonly List<DbCommand> used = [];

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public DbConnection Connection { get; } = connection;

    public DbTransaction? Transaction { get; } = transaction;

    /// <returns>Rows changed.</returns>
    public async Task<int> RunAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        DbCommand command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        DbCommand command = Command(sql, values);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    /// <returns>The first row; the default where there is none.</returns>
    public async Task<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        DbCommand command = Command(sql, values);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : default;
    }

    /// <returns>The first cell of the first row as a whole number; null where there is none.</returns>
    public async Task<long?> NumberAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        DbCommand command = Command(sql, values);
        object? value = await command.ExecuteScalarAsync(cancellation);
        return value is null or DBNull ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Raises a counter of the table meta and returns what it is by now.</summary>
    public async Task<long> CountUpAsync(string name, CancellationToken cancellation) =>
        await NumberAsync("UPDATE meta SET value = value + 1 WHERE name = @name RETURNING value", cancellation, ("name", name))
        ?? throw new StoreException($"the store has lost its count of {name}");

    /// <summary>Sorts as text as it does in time; UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    public async ValueTask DisposeAsync()
    {
        foreach (DbCommand command in used)
            await command.DisposeAsync();
        if (Transaction is not null)
            await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>No database keeps half a character in text, and PostgreSQL no zero; no report means anything by either. What is kept as bytes keeps both.</summary>
    private static string Storable(string text)
    {
        bool halves = false;
        for (int i = 0; i < text.Length && !halves; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                halves = char.IsSurrogate(text[i]);
        }

        if (halves)
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        if (!commands.TryGetValue(sql, out DbCommand? command))
        {
            used.Add(command = Connection.CreateCommand());
            command.CommandText = sql;
            command.Transaction = Transaction;
            if (Connection is SqliteConnection)
                commands.Add(sql, command);
        }

        command.Parameters.Clear();
        foreach ((string name, object? value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value switch
            {
                null => DBNull.Value,
                int number => (long)number,
                bool flag => flag ? 1L : 0L,
                string text => Storable(text),
                _ => value,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
