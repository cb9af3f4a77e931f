<?php
// For `php -S`: files as they are, everything else to WordPress.
$depeche_path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$depeche_file = $_SERVER['DOCUMENT_ROOT'] . $depeche_path;
if ( is_file( $depeche_file ) && ! str_contains( $depeche_path, '/database/' ) ) {
	return false;
}
if ( '/' !== $depeche_path && is_file( rtrim( $depeche_file, '/' ) . '/index.php' ) ) {
	$_SERVER['SCRIPT_NAME'] = rtrim( $depeche_path, '/' ) . '/index.php';
	require rtrim( $depeche_file, '/' ) . '/index.php';
	return true;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
