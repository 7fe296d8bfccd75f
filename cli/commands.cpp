#include "cli/audit.hpp"
#include "cli/clashes.hpp"
#include "cli/command.hpp"
#include "cli/convention_acts.hpp"
#include "cli/convention_destroy.hpp"
#include "cli/convention_papers.hpp"
#include "cli/convention_status.hpp"
#include "cli/db_backup.hpp"
#include "cli/db_deploy.hpp"
#include "cli/db_password.hpp"
#include "cli/db_restore.hpp"
#include "cli/db_server.hpp"
#include "cli/db_territory.hpp"
#include "cli/db_watch.hpp"
#include "cli/density.hpp"
#include "cli/evaluate.hpp"
#include "cli/export.hpp"
#include "cli/habilitation.hpp"
#include "cli/handover.hpp"
#include "cli/hotspots.hpp"
#include "cli/import_addresses.hpp"
#include "cli/import_areas.hpp"
#include "cli/import_facts.hpp"
#include "cli/import_places.hpp"
#include "cli/import_streets.hpp"
#include "cli/march.hpp"
#include "cli/publish.hpp"
#include "cli/serve.hpp"
#include "cli/tension.hpp"
#include "cli/zones.hpp"

namespace cortege::cli {

void register_commands(Program &program) {
  program.group("db", "The database: embedded, or a site's own server");
  program.add<DbStart>("db start", "Make (first time) and start the embedded database");
  program.add<DbStop>("db stop", "Stop the embedded database");
  program.add<DbStatus>("db status", "Say whether the embedded database runs, and where");
  program.add<DbDeploy>("db deploy", "Bring a database to this version's schema");
  program.add<DbTerritory>("db territory", "Say or set which city the database is about");
  program.add<DbWatch>("db watch", "Apply the clock, the record of reads and the retention, all the time");
  program.add<DbPassword>("db password", "Give people of the embedded database new passwords");
  program.add<DbBackup>("db backup", "Save a database and its roles");
  program.add<DbRestore>("db restore", "Restore a backup into an empty embedded database");
  register_habilitation(program);
  program.group("import", "Real data: facts, streets, addresses, areas, places");
  program.add<ImportFacts>("import facts", "Facts of a source, from anything GDAL reads");
  program.add<ImportStreets>("import streets", "The street network, from OpenStreetMap");
  program.add<ImportAddresses>("import addresses", "Numbered addresses");
  program.add<ImportAreas>("import areas", "Units of the territory: arrondissements, quarters, sectors");
  program.add<ImportPlaces>("import places", "Named places and sensitive sites");
  program.add<Tension>("tension", "Rasters, zones, table and picture of tension over a period");
  program.add<Density>("density", "Density raster of points, lines and polygons");
  program.add<Zones>("zones", "Zones of a raster, and what it says of areas and streets");
  program.add<March>("march", "Head and tail of a march in time, streets taken and freed");
  program.add<HotSpots>("hotspots", "Significant clusters of facts: Gi* with a false discovery rate");
  program.add<Evaluate>("evaluate", "How well a map holds what happened later: PAI, PEI, hit curve");
  program.add<Clashes>("clashes", "Pairs of events that meet in space and time");
  program.add<Publish>("publish", "The QGIS project and the configuration of the map server, for a database");
  program.add<Serve>("serve", "Run what was published on this machine, on loopback TLS");
  program.group("convention", "The convention's life: clock, acts, end, destruction");
  program.add<ConventionStart>("convention start", "Record the notification: the convention's years run");
  program.add<ConventionStatus>("convention status", "Where the convention stands, and what must not wait");
  program.add<ConventionNotice>("convention notice", "Record a denunciation: the end is two months later");
  program.add<ConventionVisa>("convention visa", "Record the archives' visa, or the decision to do without");
  program.add<ConventionEnd>("convention end", "Close the Préfecture's accounts once the convention is over");
  program.add<ConventionDestroy>("convention destroy",
                                 "Order, then execute the destruction of what was sent");
  program.add<ConventionCertificate>("convention certificate", "The certificate of destruction, as PDF");
  program.add<ConventionSlip>("convention slip", "The archives' elimination slip, as PDF");
  program.add<ConventionAmendment>("convention amendment",
                                   "Open or close the avenant a change of the data needs");
  program.add<ConventionAcknowledge>(
      "convention acknowledge", "As a data-protection officer, acknowledge avenants and changes of nature");
  program.add<ConventionPurge>("convention purge", "Remove what is past its retention; run it every day");
  program.add<ConventionAdvance>("convention advance", "Move the clock of a demonstration database");
  program.group("handover", "Data handed to a contractor, and their destruction");
  program.add<HandoverCreate>("handover create", "Hand an encrypted GeoPackage to a contractor");
  program.add<HandoverClose>("handover close", "Close a hand-over with its attestation of destruction");
  program.add<HandoverList>("handover list", "The hand-overs, overdue ones first");
  program.group("export", "Files, prints and copies taken from the platform");
  program.add<ExportDeclare>("export declare", "Put a file taken from the platform on the register");
  program.add<ExportList>("export list", "The exports, and what is still to be declared");
  program.add<ExportAttest>("export attest", "Record that an export was destroyed");
  program.group("audit", "The journal of writes and the record of reads");
  program.add<AuditVerify>("audit verify", "Check the whole journal and name what was changed");
  program.add<AuditHeads>("audit heads", "Export the chain's heads, to be signed outside");
  program.add<AuditRedact>("audit redact", "Erase the contents of one entry; the chain still verifies");
  program.add<AuditIngest>("audit ingest", "Take the server log's reads into the record");
}

} // namespace cortege::cli
