package org.weimin.home.internal;

/** Where the database is and how its two roles sign in: the owner migrates, the application works and owns nothing. */
record Database(String url, Login owner, Login app, Runnable stop) implements AutoCloseable {
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
