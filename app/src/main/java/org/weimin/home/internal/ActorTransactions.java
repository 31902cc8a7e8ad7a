package org.weimin.home.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/**
 * Every transaction begins by telling the database who acts and which areas that is allowed to see; row-level security
 * asks for it. The statement is local to the transaction: a pooled connection carries nothing over. A resident's
 * transaction also changes into a role of its own, which may ask for little and is shown the own circle of it.
 */
final class ActorTransactions extends JdbcTransactionManager {
    private static final String STATE = """
        SELECT set_config('weimin.actor_kind', ?, true), set_config('weimin.actor', ?, true),
               set_config('weimin.area_from', ?, true), set_config('weimin.area_until', ?, true)
        """;

    private static final String NARROW = """
        SELECT set_config('weimin.circle', ?, true), set_config('role', 'weimin_resident', true)
        """;

    ActorTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Actor actor = Acting.current();
        ConnectionHolder holder = holder();
        try {
            if (holder == null) {
                throw new SQLException("A transaction without a connection");
            }
            state(actor, holder.getConnection());
            TransactionSynchronizationManager.bindResource(holder, actor);
        } catch (SQLException failed) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not state the actor to the database", failed);
        }
    }

    /** Joining a running transaction as somebody else would act with the first one's eyes: a bug, so it stops here. */
    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        ConnectionHolder holder = holder();
        if (!status.isNewTransaction() && holder != null) {
            Object stated = TransactionSynchronizationManager.getResource(holder);
            if (stated != null && !stated.equals(Acting.current())) {
                throw new IllegalStateException("The actor changed inside a running transaction");
            }
        }
        super.prepareSynchronization(status, definition);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        ConnectionHolder holder = holder();
        if (holder != null) {
            TransactionSynchronizationManager.unbindResourceIfPossible(holder);
        }
        super.doCleanupAfterCompletion(transaction);
    }

    private @Nullable ConnectionHolder holder() {
        return (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    }

    private static void state(Actor actor, Connection connection) throws SQLException {
        Actor.AreaRange areas = actor.areaRange();
        try (var statement = connection.prepareStatement(STATE)) {
            statement.setString(1, actor.kind());
            statement.setString(2, actor.key());
            statement.setString(3, areas.from());
            statement.setString(4, areas.until());
            statement.execute();
        }
        if (actor instanceof Actor.Resident resident && resident.isInOwnFile()) {
            narrow(resident, connection);
        }
    }

    private static void narrow(Actor.Resident resident, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NARROW)) {
            statement.setString(
                    1,
                    resident.circle().stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}")));
            statement.execute();
        }
    }
}
