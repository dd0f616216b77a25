#!/usr/bin/env bash
# ./examples/fleet/dialers/broker.sh FOLDER PORT [DIALERS]   a Mosquitto on 127.0.0.1 with TLS and passwords: makes what it
#                                                            needs in the folder, if it is not there, and becomes the broker
set -euo pipefail
folder=$1 port=$2 dialers=${3:-200}
mosquitto=$(PATH=$PATH:/usr/sbin command -v mosquitto)

mkdir -p "$folder"
cd "$folder"
if [ ! -e acl ]; then
    # An authority of this broker's own, and a certificate that it signs.
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=kpi fleet" \
        -keyout authority.key -out authority.pem
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=127.0.0.1" -keyout broker.key -out broker.csr
    openssl x509 -req -days 30 -in broker.csr -CA authority.pem -CAkey authority.key -CAcreateserial -out broker.pem \
        -extfile <(echo "subjectAltName=IP:127.0.0.1,DNS:localhost")
    paste -d: <(printf '%s\n' collector wallboard && seq -f 'dialer-%03g' 0 $((dialers - 1))) \
        <(openssl rand -hex $((16 * (dialers + 2))) | fold -w 32) >passwords
    chmod 600 passwords ./*.key
    cp passwords hashed
    "${mosquitto%/*}/../bin/mosquitto_passwd" -U hashed
    # A dialer speaks for itself alone: what it is called here is its name at the broker.
    cat >acl <<-END
	user collector
	topic read kpi/dialers/#
	topic write kpi/kept/#
	topic write kpi/fleet
	user wallboard
	topic read kpi/fleet
	pattern write kpi/dialers/%u/#
	pattern read kpi/kept/%u
	END
fi >broker.log 2>&1
cat >mosquitto.conf <<END
per_listener_settings false
listener $port 127.0.0.1
cafile $folder/authority.pem
certfile $folder/broker.pem
keyfile $folder/broker.key
tls_version tlsv1.2
allow_anonymous false
password_file $folder/hashed
acl_file $folder/acl
use_username_as_clientid true
persistence true
persistence_location $folder/
autosave_interval 5
max_queued_messages 10000
max_packet_size 65536
user root
log_dest stderr
END
exec "$mosquitto" -c "$folder/mosquitto.conf"
