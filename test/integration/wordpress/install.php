<?php
// Installs the site from the command line and prints an editor's and a writer's application passwords as JSON.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Test', 'admin', 'admin@example.org', true, '', 'admin-password' );
$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
$GLOBALS['wp_rewrite']->flush_rules( false );
update_option( 'template', 'bare' );
update_option( 'stylesheet', 'bare' );
update_option( 'timezone_string', 'America/Toronto' );
wp_delete_post( 1, true );
wp_delete_post( 2, true );
$passwords = array();
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	$id = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $role . '-password',
			'user_email' => $role . '@example.org',
			'role'       => $role,
		)
	);
	list( $passwords[ $role ] ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) );
}
echo "\n#" . json_encode( $passwords );
