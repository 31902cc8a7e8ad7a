package org.weimin.home.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.weimin.home.Home;
import org.weimin.kernel.Vault;

/** Puts the home together: folder, database, transactions, keys, clock. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
    private static final int MOST_CONNECTIONS = 20;

    @Bean
    static Home home(Environment settings) {
        String kind = settings.getProperty("weimin.kind", "demo");
        String folder = settings.getProperty("weimin.home", "");
        return new Home(
                folder.isBlank()
                        ? Home.defaultFolder()
                        : Path.of(folder).toAbsolutePath().normalize(),
                Home.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    @Bean(destroyMethod = "close")
    static Database database(Home home, Environment settings) {
        Database database = open(home, settings);
        try {
            new Migrations(database).bringUpToDate();
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private static Database open(Home home, Environment settings) {
        if (home.kind() == Home.Kind.SERVE) {
            return ExternalPostgres.open(ServeSettings.from(System.getenv()));
        }
        boolean beside = settings.getProperty("weimin.beside", Boolean.class, false);
        return beside ? EmbeddedPostgres.startOrJoin(home) : EmbeddedPostgres.start(home);
    }

    @Bean(destroyMethod = "close")
    static DataSource dataSource(Database database) {
        var pool = new HikariConfig();
        pool.setPoolName("weimin");
        pool.setJdbcUrl(database.url() + "?reWriteBatchedInserts=true&ApplicationName=weimin");
        pool.setUsername(database.app().user());
        pool.setPassword(database.app().password());
        pool.setMaximumPoolSize(
                Math.min(MOST_CONNECTIONS, 6 + 2 * Runtime.getRuntime().availableProcessors()));
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        return new HikariDataSource(pool);
    }

    /** Never lazy: the event registry asks for it when a command ends, and then it is too late to make one. */
    @Bean
    @Lazy(false)
    static PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActorTransactions(dataSource);
    }

    @Bean
    static KeyFile keyFile(Home home) {
        return KeyFile.of(home);
    }

    @Bean
    static Vault vault(KeyFile keys) {
        return new Vault(keys::keys);
    }

    @Bean
    static HomeClock homeClock() {
        return new HomeClock(Clock.systemUTC());
    }
}
