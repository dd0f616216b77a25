// SPDX-License-Identifier: MIT
#include "inspect/meaning.hpp"

#include "profile/fold.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace report {
namespace {

struct meaning_of_name {
    role r;
    std::string_view told;
    std::string_view names; ///< in lower case, separated by |
};
constexpr std::array all_meanings{
    meaning_of_name{
        role::opened, "when it was opened, or came",
        "created|create date|created date|created at|created time|created on|date created|creation "
        "date|opened|open date|engage date|start date|came|came in|arrived|arrival|received|add "
        "time|first contact|in day|in|erstellt|erstellt am|erstelldatum|angelegt|angelegt "
        "am|eingang|créé le|date de création|ouvert le|creado|fecha de creación|data creazione|creato "
        "il|criado em|data de criação|aangemaakt|aangemaakt op"},
    meaning_of_name{
        role::closed, "when it was closed",
        "closed|close date|closed date|closing date|closes|closed at|closed on|settled|solved|solved "
        "at|won|won time|since|geschlossen|geschlossen "
        "am|abschluss|abschlussdatum|abgeschlossen|clôturé le|date de clôture|fecha de "
        "cierre|cerrado|data chiusura|chiuso il|data de fechamento|fechado em|afgesloten|sluitingsdatum"},
    meaning_of_name{role::answered, "when somebody answered",
                    "answered|answered at|first response|first reply|first response "
                    "at|responded|replied|out|out day|beantwortet|répondu le|respondido|risposto"},
    meaning_of_name{role::happened, "when it happened",
                    "day|date|when|at|time|sent|sent at|changed|call date|call time|start|started|start "
                    "time|timestamp|datetime|datum|zeitpunkt|tag|jour|quand|fecha|giorno|data|quando|dag"},
    meaning_of_name{role::clock, "the time of the day",
                    "clock|time|in clock|out clock|hour|uhr|uhrzeit|zeit|heure|hora|ora|tijd"},
    meaning_of_name{role::stage, "the stage, or what came of it",
                    "stage|deal stage|status|state|phase|result|outcome|disposition|answered|activity|"
                    "ergebnis|étape|statut|etapa|estado|fase|stato|esito|resultado|situação"},
    meaning_of_name{role::before, "the stage before", "from|old|from stage|old value|before|von|alt|de|van"},
    meaning_of_name{role::after, "the stage after", "to|new|to stage|new value|after|nach|neu|à|a|para|naar"},
    meaning_of_name{role::id, "the id of the case",
                    "id|deal id|record id|opportunity id|lead id|ticket id|call id|key|number|no|deal|lead|"
                    "ticket|case|mail|nr|nummer|numéro|número|numero"},
    meaning_of_name{role::title, "its name",
                    "name|title|deal name|opportunity|opportunity name|titel|bezeichnung|titre|nom|nombre|"
                    "titolo|nome|naam"},
    meaning_of_name{role::rep, "who sells",
                    "owner|rep|agent|sales agent|sales rep|salesperson|seller|user|user name|account "
                    "executive|assignee|assigned to|activity assigned to|caller|who|full name|deal "
                    "owner|besitzer|verkäufer|mitarbeiter|vertreter|"
                    "zuständig|inhaber|propriétaire|commercial|vendeur|propietario|vendedor|agente|venditore|"
                    "proprietario|responsável|eigenaar|verkoper"},
    meaning_of_name{role::amount, "the amount",
                    "amount|value|deal value|close value|revenue|price|mrr|arr|acv|tcv|total|sum|betrag|wert|"
                    "umsatz|summe|preis|montant|valeur|prix|importe|valor|monto|importo|valore|prezzo|preço|"
                    "bedrag|waarde"},
    meaning_of_name{role::currency, "its currency", "currency|währung|devise|moneda|valuta|moeda"},
    meaning_of_name{role::source, "where it came from",
                    "source|lead source|origin|campaign|quelle|herkunft|kampagne|origine|provenance|origen|"
                    "fuente|fonte|origem|bron"},
    meaning_of_name{role::product, "what was sold",
                    "product|segment|item|line|produkt|artikel|produit|producto|prodotto|produto"},
    meaning_of_name{role::customer, "the customer",
                    "account|account name|company|customer|organization|organisation|client|kunde|firma|"
                    "société|cliente|empresa|azienda|klant|bedrijf"},
    meaning_of_name{role::location, "the place",
                    "region|country|office|branch|city|location|land|filiale|standort|pays|ville|agence|país|"
                    "ciudad|sede|paese|città|cidade"},
    meaning_of_name{
        role::seconds, "how long people spoke",
        "duration|seconds|billsec|talk time|talking|talk|length|length in sec|call duration|dauer|"
        "gesprächsdauer|durée|duración|durata|duração|duur"},
    meaning_of_name{role::first_reply, "how long somebody waited for an answer",
                    "first reply|first reply minutes|first reply time|first response time|response time|"
                    "reaktionszeit|antwortzeit|temps de réponse|tiempo de respuesta"},
    meaning_of_name{
        role::resolution, "how long it took to solve",
        "full resolution|full resolution minutes|resolution time|full resolution time|lösungszeit"},
    meaning_of_name{role::score, "what somebody answered",
                    "score|rating|satisfaction|satisfaction score|csat"},
    meaning_of_name{role::email, "to whom it was sent", "email|e mail|mail|recipient|empfänger|destinataire"},
    meaning_of_name{role::opens, "how often it was opened", "opens|opened|open count"},
    meaning_of_name{role::clicks, "how often it was clicked", "clicks|clicked|click count"},
    meaning_of_name{role::replies, "how often it was answered", "replies|replied|reply count"},
    meaning_of_name{role::bounced, "whether it came back", "bounced|bounce|bounces"},
    meaning_of_name{role::late, "whether it was closed too late",
                    "late|overdue|breached|sla breached|out of sla|missed sla|verspätet|en retard|tarde"},
    meaning_of_name{role::direction, "which way it went", "direction|richtung|sens|dirección|direzione"}};

/// In lower case, with one blank for whatever else separates words.
std::string plain(std::string_view name) {
    std::string text;
    for (const char c : in_lower_case(name)) {
        const bool letter =
            ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    if (text.ends_with(' ')) text.pop_back();
    return text;
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ')) return true;
    }
    return false;
}

/// f(word) for each word of a list separated by |, until it returns true.
bool any_of_list(std::string_view list, auto &&f) {
    while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find('|'));
        if (f(word)) return true;
        list.remove_prefix(std::min(word.size() + 1, list.size()));
    }
    return false;
}

} // namespace

std::string_view words_for(role r) {
    const auto found = std::find_if(all_meanings.begin(), all_meanings.end(),
                                    [r](const meaning_of_name &each) { return each.r == r; });
    return found == all_meanings.end() ? std::string_view{} : found->told;
}

unsigned fit_of_name(std::string_view name, role r) {
    const auto found = std::find_if(all_meanings.begin(), all_meanings.end(),
                                    [r](const meaning_of_name &each) { return each.r == r; });
    if (found == all_meanings.end()) return 0;
    const std::string text = plain(name);
    if (any_of_list(found->names, [&](std::string_view word) { return text == word; })) return 2;
    return any_of_list(found->names,
                       [&](std::string_view word) { return word.size() > 3 && has_word(text, word); })
               ? 1
               : 0;
}

std::optional<activity> settlement(std::string_view word) {
    const std::string text = plain(word);
    const auto has = [&text](std::string_view each) { return has_word(text, each); };
    if (any_of_list("lost|verloren|perdu|perdue|perdido|perdida|perso|persa", has))
        return activity::deal_lost;
    if (any_of_list("won|gewonnen|gagné|gagnée|ganado|ganada|vinto|vinta|ganho|ganha", has))
        return activity::deal_won;
    return std::nullopt;
}

namespace {

struct kind_words {
    activity kind;
    std::string_view words; ///< in lower case, separated by |
};
std::optional<activity> kind_of(std::string_view word, std::span<const kind_words> all) {
    const std::string text = plain(word);
    for (const kind_words &each : all)
        if (any_of_list(each.words, [&](std::string_view w) { return text == w; })) return each.kind;
    return std::nullopt;
}

} // namespace

std::optional<activity> call_outcome(std::string_view word) {
    static constexpr std::array<kind_words, 7> all{
        {{activity::picked_up, "answered|yes|completed|connected|ok|beantwortet|ja|oui|sí|sim|répondu"},
         {activity::no_answer,
          "no answer|noanswer|unanswered|not answered|missed|no|na|n|canceled|cancelled|nein|"
          "non|não|verpasst|manqué"},
         {activity::busy, "busy|b|ab|failed|congestion|besetzt|occupé|ocupado|occupato"},
         {activity::voicemail, "voicemail|left voicemail|left message|vm|machine|a|aa|am|mailbox"},
         {activity::operator_reached, "left live message|wrong number|gatekeeper"},
         {activity::conversation, "sale|ni|callbk|cbhold|xfer"},
         {activity::abandoned, "abandoned|drop|pdrop|xdrop"}}};
    return kind_of(word, all);
}

std::optional<activity> reply_meaning(std::string_view word) {
    static constexpr std::array<kind_words, 3> all{
        {{activity::reply_positive, "yes|positive|interested|meeting|ja|oui|sí|sim|positiv"},
         {activity::reply_negative,
          "no|negative|not interested|unsubscribe|unsubscribed|nein|non|não|negativ"},
         {activity::reply_automatic,
          "away|automatic|auto|auto reply|autoreply|out of office|ooo|vacation|abwesend|absent"}}};
    return kind_of(word, all);
}

std::optional<activity> lateness(std::string_view word) {
    static constexpr std::array<kind_words, 2> all{
        {{activity::ticket_closed, "yes|y|true|1|late|ja|oui|sí|sim"},
         {activity::ticket_closed_in_time, "no|n|false|0|in time|nein|non|não"}}};
    return kind_of(word, all);
}

std::string_view unit_in(std::string_view name) {
    struct unit_word {
        std::string_view unit, words;
    };
    static constexpr std::array<unit_word, 4> all{{{"minutes", "minutes|minute|min|mins|minuten"},
                                                   {"hours", "hours|hour|hrs|stunden"},
                                                   {"milliseconds", "ms|milliseconds|msec"},
                                                   {"days", "days|tage|jours"}}};
    const std::string text = plain(name);
    for (const unit_word &each : all)
        if (any_of_list(each.words, [&](std::string_view w) { return has_word(text, w); })) return each.unit;
    return {};
}

} // namespace report
