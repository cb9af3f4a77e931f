<?php
// A WordPress for tests: everything it has to know comes from the environment of whoever starts it.
define( 'WP_HOME', getenv( 'WP_HOME' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DB_DIR', __DIR__ . '/wp-content/database/' );
define( 'DB_FILE', 'test.sqlite' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $depeche_name ) {
	define( $depeche_name . '_KEY', 'for-tests-only-' . $depeche_name );
	define( $depeche_name . '_SALT', 'for-tests-only-salt-' . $depeche_name );
}
// Application passwords over plain http are for local environments only.
define( 'WP_ENVIRONMENT_TYPE', getenv( 'WP_TYPE' ) ? getenv( 'WP_TYPE' ) : 'local' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', false );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
